with gone as (
  delete from ops.webhook_secret where webhook = $1
)
update ops.webhook set removed_at = $2 where id = $1
