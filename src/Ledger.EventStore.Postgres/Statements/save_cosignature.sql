-- $1 the number of the checkpoint, $2 the vkey of the witness, $3 its signature line. The first of a key stays.
insert into log.cosignatures (checkpoint, vkey, line, stored_at)
values ($1, $2, $3, clock_timestamp())
on conflict do nothing
