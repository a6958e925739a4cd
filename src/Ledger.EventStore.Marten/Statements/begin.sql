-- Readies the tables for what Marten appends next. New streams get the type that the writer named, where Marten would
-- write that of a .NET type. The sequence goes to the head of the log: where Marten has made its own function, that
-- takes positions from it, and a transaction that failed has left it too far on.
-- $1 new streams, $2 their types, $3 the time of recording, $4 the head
with begun as (
  insert into events.mt_streams (id, type, version, "timestamp", created, tenant_id, is_archived)
  select s.id, s.type, 0, $3, $3, '*DEFAULT*', false
  from unnest($1, $2) as s (id, type)
)
select setval('events.mt_events_sequence', greatest($4, 1), $4 > 0)
