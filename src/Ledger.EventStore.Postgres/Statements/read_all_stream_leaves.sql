-- All events with what their leaves need, stream after stream. $1 the last position.
select
  e.seq_id, e.id, e.stream_id, e.version, e.type, e."timestamp", e.user_name, e.correlation_id, e.causation_id, e.data,
  coalesce(e.headers, 'null'), l.salts, l.hash,
  x.commitments
from events.mt_events e join log.leaves l on l.position = e.seq_id
left join (
  select position, jsonb_object_agg(part || '.' || member, encode(commitment, 'hex')) as commitments
  from log.erased group by position
) x on x.position = e.seq_id
where e.seq_id <= $1
order by e.stream_id, e.version
