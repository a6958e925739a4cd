-- A new account. No row comes back where the name is taken.
INSERT INTO ops.account (name, display_name, password_hash, roles, security_stamp, created_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (name) DO NOTHING
RETURNING name, display_name, roles, disabled_at IS NOT NULL, created_at, security_stamp, password_hash;
