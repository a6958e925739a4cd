delete from ops.follower where name = $1
