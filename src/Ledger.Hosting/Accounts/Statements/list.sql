-- Every account, or the one of a name.
SELECT name, display_name, roles, disabled_at IS NOT NULL, created_at, security_stamp, desks, password_hash
FROM ops.account
WHERE $1::text IS NULL OR name = $1
ORDER BY name;
