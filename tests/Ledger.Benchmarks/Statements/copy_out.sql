copy (select * from events.mt_events where seq_id > AFTER order by seq_id) to stdout (format binary)
