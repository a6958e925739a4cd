-- What may be handed over now: the first of each stream that waits, if it is due, without the streams in hand.
select d.position, d.stream_id, d.attempts
from ops.follower_delivery d
where d.follower = $1 and not d.parked and d.due_at <= $2 and d.stream_id <> all ($3)
  and not exists (
    select from ops.follower_delivery earlier
    where earlier.follower = d.follower and earlier.stream_id = d.stream_id and earlier.position < d.position)
order by d.position
limit $4
