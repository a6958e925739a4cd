insert into ops.webhook_secret (id, webhook, sealed, public_key, created_at) values ($1, $2, $3, $4, $5)
