-- The secrets of a subscription are good until $2 at the latest; which have ended by $3 are forgotten.
with ended as (
  delete from ops.webhook_secret where webhook = $1 and ends_at <= $3
)
update ops.webhook_secret set ends_at = $2
where webhook = $1 and (ends_at is null or (ends_at > $2 and ends_at > $3))
