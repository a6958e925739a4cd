insert into ops.webhook (id, name, url, staff, types, created_at, created_by)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (name) do nothing
