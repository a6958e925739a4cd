-- Appends one event to a stream that is there, and gives true; or gives false and writes nothing when one of the
-- writer's beliefs is wrong. It does what log.append does, for the commonest case and at half its cost.
-- $1 the head believed in, $2 the head after, $3 the time of recording, $4 what listeners are told, $5 the stream,
-- $6 the version believed in, $7 the version after; of the event: $8 id, $9 type, $10 .NET type, $11 data,
-- $12 headers, $13 correlation, $14 causation, $15 actor, $16 leaf hash, $17 salts.
create or replace function log.append_one(
  bigint, bigint, timestamptz, text, uuid, bigint, bigint,
  uuid, varchar, varchar, jsonb, jsonb, varchar, varchar, varchar, bytea, bytea)
returns boolean language plpgsql as
$function$
declare
  outcome record;
begin
  perform pg_advisory_xact_lock(21503580135846401);

  with
  moved as (
    update events.mt_streams
    set version = $7, "timestamp" = $3
    where id = $5 and version = $6
      and (select seq_id from events.mt_events order by seq_id desc limit 1) = $1
    returning id
  ),
  appended as (
    insert into events.mt_events (
      seq_id, id, stream_id, version, type, mt_dotnet_type, data, headers, correlation_id, causation_id, user_name,
      "timestamp", tenant_id, is_archived)
    select $2, $8, id, $7, $9, $10, $11, $12, $13, $14, $15, $3, '*DEFAULT*', false
    from moved
  ),
  leaves as (
    insert into log.leaves (position, hash, salts)
    select $2, $16, $17 from moved
  )
  select setval('events.mt_events_sequence', $2), pg_notify('ledger_events', $4)
  into outcome
  from moved;

  return found;
end
$function$;
