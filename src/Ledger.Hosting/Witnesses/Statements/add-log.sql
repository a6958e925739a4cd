-- $1 the origin, $2 when
insert into ops.witnessed_log (origin, added_at) values ($1, $2) on conflict do nothing
