-- The tokens of all accounts, or of one, oldest first.
SELECT id, account, description, created_at, expires_at, revoked_at, scopes, last_used_at
FROM ops.token
WHERE $1::text IS NULL OR account = $1
ORDER BY created_at, id;
