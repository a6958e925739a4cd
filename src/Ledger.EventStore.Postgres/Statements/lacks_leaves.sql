-- Whether the log holds events after the last leaf.
select coalesce((select max(position) from log.leaves), 0) < coalesce((select max(seq_id) from events.mt_events), 0)
