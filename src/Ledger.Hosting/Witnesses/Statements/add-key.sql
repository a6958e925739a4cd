-- $1 the vkey, $2 the origin, $3 when. One that was stopped is believed again.
insert into ops.witnessed_key (vkey, origin, added_at) values ($1, $2, $3)
on conflict (vkey) do update set stopped_at = null
