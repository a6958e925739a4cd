-- Appends events to one stream, or says why not. Its caller holds the append lock, and this statement began after it
-- was granted, so that it sees every event before its own.
-- $1 stream, $2 its type, $3 the expected version or null for any, $4 the keys to take, $5 to $12 the events,
-- $13 the id of the command or null, $14 its fingerprint.
with
newest as materialized (
  select seq_id, "timestamp" from events.mt_events order by seq_id desc limit 1
),
found as materialized (
  select
    coalesce((select seq_id from newest), 0) as head,
    coalesce((select version from events.mt_streams where id = $1), 0) as version,
    -- A clock that is set back does not set the log back.
    greatest(clock_timestamp(), (select "timestamp" from newest)) as recorded
),
taken as materialized (
  select key, stream_id from ops.stream_keys where key = any ($4) and stream_id <> $1 order by key limit 1
),
repeated as materialized (
  select * from ops.commands where id = $13
),
allowed as materialized (
  select * from found
  where ($3 is null or version = $3) and not exists (select from taken) and not exists (select from repeated)
),
stream as (
  insert into events.mt_streams (id, type, version, "timestamp", created, tenant_id, is_archived)
  select $1, $2, version + cardinality($5), recorded, recorded, '*DEFAULT*', false from allowed
  on conflict (id) do update set version = excluded.version, "timestamp" = excluded."timestamp"
),
keys as (
  insert into ops.stream_keys (key, stream_id)
  select unnest($4), $1 from allowed
  on conflict (key) do nothing
),
command as (
  insert into ops.commands (id, fingerprint, stream_id, version, position)
  select $13, $14, $1, version + cardinality($5), head + cardinality($5) from allowed where $13 is not null
),
appended as (
  insert into events.mt_events (
    seq_id, id, stream_id, version, data, type, "timestamp", tenant_id, mt_dotnet_type,
    correlation_id, causation_id, headers, user_name, is_archived)
  select
    head + nth, e.id, $1, version + nth, e.data, e.type, recorded, '*DEFAULT*', e.dotnet_type,
    e.correlation_id, e.causation_id, e.headers, e.user_name, false
  from allowed, unnest($5, $6, $7, $8, $9, $10, $11, $12) with ordinality
    as e (id, type, dotnet_type, data, headers, correlation_id, causation_id, user_name, nth)
)
select
  found.version as actual_version,
  taken.key as taken_key,
  taken.stream_id as holder,
  allowed.head + cardinality($5) as last_position,
  setval('events.mt_events_sequence', allowed.head + cardinality($5)),
  case when allowed.head is not null
    then pg_notify('ledger_events', concat_ws(' ', allowed.head + cardinality($5), $1)) end,
  repeated.fingerprint, repeated.stream_id, repeated.version, repeated.position
from found left join allowed on true left join taken on true left join repeated on true
