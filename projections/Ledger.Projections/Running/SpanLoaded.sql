update rebuild_span set loaded = true where first = $1
