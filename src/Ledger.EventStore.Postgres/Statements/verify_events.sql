-- Every event beside its leaf, in the order of the log, with the columns that no leaf covers.
select
  coalesce(e.seq_id, l.position), e.id, e.stream_id, e.version, e.type, e."timestamp", e.user_name, e.correlation_id,
  e.causation_id, e.data, coalesce(e.headers, 'null'), l.salts, l.hash,
  e.seq_id is null, l.position is null,
  e.bdata is null and e.tenant_id = '*DEFAULT*' and e.is_archived is false,
  x.commitments, x.digests
from events.mt_events e
full join log.leaves l on l.position = e.seq_id
left join (
  select
    position,
    jsonb_object_agg(part || '.' || member, encode(commitment, 'hex')) as commitments,
    jsonb_object_agg(part || '.' || member, encode(digest, 'hex') order by ordered_by) as digests
  from log.erased group by position
) x on x.position = e.seq_id
order by 1
