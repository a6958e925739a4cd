copy log.tiles (level, number, root) from stdin (format binary)
