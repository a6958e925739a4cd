update ops.follower set error = $2 where name = $1 and error is distinct from $2
