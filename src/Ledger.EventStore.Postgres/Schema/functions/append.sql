-- Appends a group to the log and gives true; or gives false and writes nothing when one of the writer's beliefs is
-- wrong. It is a function because it is two statements and one message: the second begins after the lock was granted,
-- and so sees every event before its own.
-- $1 the head believed in, $2 the head after, $3 the time of recording, $4 what listeners are told;
-- streams: $5 ids, $6 types, $7 the versions believed in, $8 the versions after;
-- keys: $9 names, $10 the streams that take them; commands: $11 all ids of the group,
-- $12 those that are carried out, $13 fingerprints, $14 streams, $15 versions, $16 positions;
-- events: $17 positions, $18 ids, $19 streams, $20 versions, $21 types, $22 .NET types, $23 data, $24 headers,
-- $25 correlations, $26 causations, $27 actors, $28 leaf hashes, $29 salts.
create or replace function log.append(
  bigint, bigint, timestamptz, text,
  uuid[], varchar[], bigint[], bigint[],
  text[], uuid[], text[], text[], bytea[], uuid[], bigint[], bigint[],
  bigint[], uuid[], uuid[], bigint[], varchar[], varchar[], jsonb[], jsonb[],
  varchar[], varchar[], varchar[], bytea[], bytea[])
returns boolean language plpgsql as
$function$
declare
  outcome record;
begin
  perform pg_advisory_xact_lock(21503580135846401);

  with
  sound as materialized (
    select
    where coalesce((select seq_id from events.mt_events order by seq_id desc limit 1), 0) = $1
      and not exists (
        select from unnest($5, $7) as believed (id, version)
        where coalesce((select s.version from events.mt_streams s where s.id = believed.id), 0) <> believed.version)
      and not exists (
        select from unnest($9, $10) as wanted (key, stream_id)
        join ops.stream_keys held on held.key = wanted.key and held.stream_id <> wanted.stream_id)
      and not exists (select from ops.commands where id = any ($11))
  ),
  streams as (
    insert into events.mt_streams (id, type, version, "timestamp", created, tenant_id, is_archived)
    select s.id, s.type, s.version, $3, $3, '*DEFAULT*', false
    from sound, unnest($5, $6, $7, $8) as s (id, type, believed, version)
    where s.version > s.believed
    on conflict (id) do update set version = excluded.version, "timestamp" = excluded."timestamp"
  ),
  keys as (
    insert into ops.stream_keys (key, stream_id)
    select k.key, k.stream_id from sound, unnest($9, $10) as k (key, stream_id)
    on conflict (key) do nothing
  ),
  commands as (
    insert into ops.commands (id, fingerprint, stream_id, version, position)
    select c.* from sound, unnest($12, $13, $14, $15, $16) as c
  ),
  appended as (
    insert into events.mt_events (
      seq_id, id, stream_id, version, type, mt_dotnet_type, data, headers, correlation_id, causation_id, user_name,
      "timestamp", tenant_id, is_archived)
    select e.*, $3, '*DEFAULT*', false
    from sound, unnest($17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27) as e
  ),
  leaves as (
    insert into log.leaves (position, hash, salts)
    select l.* from sound, unnest($17, $28, $29) as l
  )
  select
    exists (select from sound) as is_sound,
    (select setval('events.mt_events_sequence', $2) from sound where $2 > $1),
    (select pg_notify('ledger_events', $4) from sound where $2 > $1)
  into outcome;

  return outcome.is_sound;
end
$function$;
