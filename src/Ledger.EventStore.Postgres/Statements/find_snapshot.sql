select version, position, state from ops.snapshots where stream_id = $1 and format = $2
