-- What was parked is tried again at once, with all its attempts.
update ops.follower_delivery
set parked = false, attempts = 0, due_at = $2
where follower = $1 and parked
