-- Marten appends through this. It does as Marten's own does, and takes Ledger's lock and counts on from the last event
-- as Ledger does, so that both can write. Made only where it is missing: where Marten has been before us, or replaces
-- it later, its own version takes positions from the sequence and no lock.
do
$do$
begin
  if to_regproc('events.mt_quick_append_events') is not null then
    return;
  end if;

  create function events.mt_quick_append_events(
    stream uuid, stream_type varchar, tenantid varchar, event_ids uuid[], event_types varchar[],
    dotnet_types varchar[], bodies jsonb[], bdatas bytea[], causation_ids varchar[], correlation_ids varchar[],
    headers jsonb[], user_names varchar[], timestamps timestamp with time zone[],
    expected_version bigint default null::bigint)
  returns bigint[] language plpgsql as
  $function$
  declare
    found events.mt_streams;
    actual bigint;
    head bigint;
    last timestamptz;
  begin
    perform pg_advisory_xact_lock(21503580135846401);

    select * into found from events.mt_streams where id = stream;
    actual := coalesce(found.version, 0);
    if expected_version <> actual then
      raise exception 'Stream % is at version %, but the append expects %.', stream, actual, expected_version
        using errcode = 'MT003';
    elsif found.is_archived then
      raise exception 'Stream % is archived.', stream using errcode = 'MT001';
    elsif found.tenant_id <> tenantid then
      raise exception 'Stream % belongs to another tenant.', stream;
    end if;

    select seq_id, "timestamp" into head, last from events.mt_events order by seq_id desc limit 1;
    head := coalesce(head, 0);

    insert into events.mt_streams as s (id, type, version, "timestamp", tenant_id)
    values (stream, stream_type, actual + cardinality(event_ids), now(), tenantid)
    on conflict (id) do update set version = excluded.version, "timestamp" = excluded."timestamp";

    insert into events.mt_events (
      seq_id, id, stream_id, version, data, bdata, type, "timestamp", tenant_id, mt_dotnet_type,
      correlation_id, causation_id, headers, user_name, is_archived)
    select
      head + nth, e.id, stream, actual + nth, e.body, e.bdata, e.type,
      greatest(max(e.stamp) over (order by nth), last), tenantid, e.dotnet_type,
      e.correlation_id, e.causation_id, e.header, e.user_name, false
    from unnest(event_ids, event_types, dotnet_types, bodies, bdatas, causation_ids, correlation_ids, headers,
        user_names, timestamps) with ordinality
      as e (id, type, dotnet_type, body, bdata, causation_id, correlation_id, header, user_name, stamp, nth);

    perform setval('events.mt_events_sequence', head + cardinality(event_ids)) where cardinality(event_ids) > 0;
    perform pg_notify('ledger_events', concat_ws(' ', head + cardinality(event_ids), stream));
    return (actual + cardinality(event_ids)) || array(
      select head + n from generate_series(1, cardinality(event_ids)) as n order by n);
  end
  $function$;
end
$do$;
