select
  d.position, d.stream_id, d.attempts, d.since,
  (select count(*) from ops.follower_delivery later
   where later.follower = d.follower and later.stream_id = d.stream_id and later.position > d.position) as held,
  coalesce(d.error, '')
from ops.follower_delivery d
where d.follower = $1 and d.parked
order by d.position
limit $2
