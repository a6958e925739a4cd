-- Keeps a snapshot, unless a newer one is there, or words were erased after it was made.
insert into ops.snapshots as kept (stream_id, format, version, position, state)
select $1, $2, $3, $4, $5
where not exists (
  select from log.erased x join events.mt_events e on e.seq_id = x.position
  where x.ordered_by > $4 and e.stream_id = $1)
on conflict (stream_id, format) do update
set version = excluded.version, position = excluded.position, state = excluded.state
where kept.version < excluded.version
