-- $1 the number
select number, size, root, note, published_at from log.checkpoints where number = $1
