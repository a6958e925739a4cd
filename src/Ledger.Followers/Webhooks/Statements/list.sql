-- The subscriptions that there are, each with the public key of its newest secret.
select
  w.id, w.name, w.url, w.staff, w.types, w.created_at, w.created_by,
  (select s.public_key from ops.webhook_secret s
   where s.webhook = w.id and s.ends_at is null order by s.created_at desc limit 1)
from ops.webhook w
where w.removed_at is null and ($1::text is null or w.name = $1)
order by w.name
