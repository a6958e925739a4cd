-- After Marten has appended: a stream has the time of its last event, where Marten writes that of the transaction; and
-- listeners are told of the group.
-- $1 the streams that have grown, $2 the time of recording, $3 what listeners are told
with settled as (
  update events.mt_streams set "timestamp" = $2 where id = any ($1)
)
select pg_notify('ledger_events', $3)
