-- Another attempt has failed; without a time for the next, it is parked.
update ops.follower_delivery
set attempts = attempts + 1, due_at = coalesce($3, due_at), parked = $3 is null, error = $4
where follower = $1 and position = $2
