-- $1 the number of the checkpoint
select vkey, line from log.cosignatures where checkpoint = $1 order by stored_at, vkey
