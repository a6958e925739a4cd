-- Events after the last leaf, which somebody has appended who makes no leaves: Marten, or an older version of Ledger.
select
  seq_id, id, stream_id, version, type, "timestamp", user_name, correlation_id, causation_id, data,
  coalesce(headers, 'null')
from events.mt_events
where seq_id > (select coalesce(max(position), 0) from log.leaves)
order by seq_id
limit $1
