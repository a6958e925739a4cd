-- $1 the id of an event, $2 the first position where it may be, $3 the last
select seq_id from events.mt_events where id = $1 and seq_id >= $2 and seq_id <= $3
