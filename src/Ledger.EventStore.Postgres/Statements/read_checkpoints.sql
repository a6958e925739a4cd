-- $1 the number before the first
select number, size, root, note, published_at from log.checkpoints where number > $1 order by number
