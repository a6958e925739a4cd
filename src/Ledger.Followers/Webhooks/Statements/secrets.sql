-- What signs at time $2, the newest first; nothing for a subscription that was removed.
select s.sealed
from ops.webhook_secret s join ops.webhook w on w.id = s.webhook
where s.webhook = $1 and w.removed_at is null and (s.ends_at is null or s.ends_at > $2)
order by s.created_at desc
