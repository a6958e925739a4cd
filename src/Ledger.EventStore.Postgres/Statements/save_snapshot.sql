insert into ops.snapshots as kept (stream_id, format, version, position, state)
values ($1, $2, $3, $4, $5)
on conflict (stream_id, format) do update
set version = excluded.version, position = excluded.position, state = excluded.state
where kept.version < excluded.version
