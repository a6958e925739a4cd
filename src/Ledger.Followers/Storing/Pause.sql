update ops.follower set paused = true, error = null where name = $1
