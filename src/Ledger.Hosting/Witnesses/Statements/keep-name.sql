-- $1 the name that the witness gets when it has none yet
insert into ops.witness_identity (name) values ($1) on conflict do nothing
