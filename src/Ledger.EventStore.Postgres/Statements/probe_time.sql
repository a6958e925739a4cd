-- The first event at or after a position, and when it was recorded.
select seq_id, "timestamp" from events.mt_events where seq_id >= $1 order by seq_id limit 1
