-- The audit, newest first: of an account, of a kind, before an id.
SELECT id, at, kind, account, actor, address, detail
FROM ops.sign_in_event
WHERE ($1::text IS NULL OR account = $1) AND ($2::text IS NULL OR kind = $2) AND ($3::bigint IS NULL OR id < $3)
ORDER BY id DESC
LIMIT $4;
