-- The log after a position, without what Marten writes into positions that a failed append has left empty.
select seq_id, id, stream_id, version, type, "timestamp", data, headers, user_name, correlation_id, causation_id
from events.mt_events
where seq_id > $1 and type <> 'tombstone'
order by seq_id
limit $2
