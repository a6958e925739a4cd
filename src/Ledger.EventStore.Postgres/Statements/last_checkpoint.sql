select number, size, root, note, published_at from log.checkpoints order by number desc limit 1
