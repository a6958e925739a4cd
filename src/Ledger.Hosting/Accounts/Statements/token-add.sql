-- A new token of an account that is not disabled; no row is added for any other.
INSERT INTO ops.token (id, account, description, sha256, created_at, expires_at)
SELECT $1, name, $3, $4, $5, $6::timestamptz
FROM ops.account
WHERE name = $2 AND disabled_at IS NULL;
