copy log.leaves (position, hash, salts) from stdin (format binary)
