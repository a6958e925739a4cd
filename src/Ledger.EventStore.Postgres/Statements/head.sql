-- The position of the last event, without what Marten writes into positions that a failed append has left empty.
select seq_id from events.mt_events where type <> 'tombstone' order by seq_id desc limit 1
