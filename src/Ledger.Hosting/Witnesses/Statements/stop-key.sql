-- $1 the vkey, $2 when
update ops.witnessed_key set stopped_at = $2 where vkey = $1 and stopped_at is null
