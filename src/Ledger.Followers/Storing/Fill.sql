-- Notes what a follower wants of the events up to $3, and that it has looked at them, if it stood at $2.
with moved as (
  update ops.follower set position = $3, error = null
  where name = $1 and position = $2 and not paused
  returning name
)
insert into ops.follower_delivery (follower, position, stream_id, since, due_at)
select moved.name, wanted.position, wanted.stream_id, $6, $6
from moved, unnest($4, $5) as wanted (position, stream_id)
