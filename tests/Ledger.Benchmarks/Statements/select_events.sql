-- All that a reader of the log needs of every event.
select seq_id, id, stream_id, version, type, "timestamp", data, headers, user_name, correlation_id, causation_id
from events.mt_events
where type <> 'tombstone'
order by seq_id
