-- $1 number, $2 size, $3 root, $4 note
insert into log.checkpoints (number, size, root, note, published_at)
values ($1, $2, $3, $4, clock_timestamp())
returning published_at
