-- Part of one stream: from a version, to a version, and to a time where one is given.
select seq_id, id, stream_id, version, type, "timestamp", data, headers, user_name, correlation_id, causation_id
from events.mt_events
where stream_id = $1 and version >= $2 and version <= $3 and ($4 is null or "timestamp" <= $4)
order by version
limit $5
