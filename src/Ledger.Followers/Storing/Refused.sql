-- The follower wants nothing any more; what waits stays, for the case that it is resumed.
update ops.follower set paused = true, error = $2 where name = $1
