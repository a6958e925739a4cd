select f.position, f.paused, (select count(*) from ops.follower_delivery d where d.follower = f.name)
from ops.follower f
where f.name = $1
