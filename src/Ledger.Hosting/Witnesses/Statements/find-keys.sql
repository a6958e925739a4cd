-- $1 the origin
select vkey from ops.witnessed_key where origin = $1 and stopped_at is null order by vkey
