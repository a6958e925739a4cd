-- The position that all of some read models of a rebuild contain.
select min(last_seq_id) from mt_event_progression where name = any($1)
