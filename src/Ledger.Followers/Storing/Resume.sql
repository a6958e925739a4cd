update ops.follower set paused = false, error = null where name = $1
