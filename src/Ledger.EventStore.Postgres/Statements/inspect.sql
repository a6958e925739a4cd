-- How the log stands, as far as a group has to know it. The writer holds the append lock.
-- $1 the streams of the group, $2 the keys that it wants, $3 its commands.
with
newest as materialized (
  select seq_id, "timestamp" from events.mt_events order by seq_id desc limit 1
),
streams as materialized (
  select id, version from events.mt_streams where id = any ($1)
),
keys as materialized (
  select key, stream_id from ops.stream_keys where key = any ($2)
),
commands as materialized (
  select id, fingerprint, stream_id, version, position from ops.commands where id = any ($3)
)
select
  (select seq_id from newest),
  (select "timestamp" from newest),
  coalesce((select max(position) from log.leaves), 0) < (select seq_id from newest) as lacks_leaves,
  array(select id from streams order by id),
  array(select version from streams order by id),
  array(select key from keys order by key),
  array(select stream_id from keys order by key),
  array(select id from commands order by id),
  array(select fingerprint from commands order by id),
  array(select stream_id from commands order by id),
  array(select version from commands order by id),
  array(select position from commands order by id)
