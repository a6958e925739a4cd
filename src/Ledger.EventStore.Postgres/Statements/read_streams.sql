-- Streams $1 to $2, each whole, up to a position.
select seq_id, id, stream_id, version, type, "timestamp", data, headers, user_name, correlation_id, causation_id
from events.mt_events
where stream_id >= $1 and stream_id <= $2 and seq_id <= $3 and type <> 'tombstone'
order by stream_id, version
