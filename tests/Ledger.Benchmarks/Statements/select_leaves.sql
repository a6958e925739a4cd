-- All that goes into the leaf of every event, and the leaf's hash.
select e.seq_id, e.id, e.stream_id, e.version, e.type, e."timestamp", e.user_name, e.correlation_id, e.causation_id,
  e.data, e.headers, l.salts, l.hash
from events.mt_events e
join log.leaves l on l.position = e.seq_id
order by e.seq_id
