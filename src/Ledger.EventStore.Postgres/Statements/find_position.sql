-- $1 the id of an event. It reads the whole log: no index is kept of ids, since each append would pay for it.
select seq_id from events.mt_events where id = $1
