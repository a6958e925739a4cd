-- The position of an event, when it is version $2 of stream $1 and not another one in its place.
select seq_id from events.mt_events where stream_id = $1 and version = $2 and id = $3
