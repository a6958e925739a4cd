select level, number, root from log.tiles
