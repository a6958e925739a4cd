delete from ops.follower_delivery where follower = $1 and position = $2
