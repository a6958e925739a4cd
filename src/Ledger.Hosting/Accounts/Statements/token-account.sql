-- The account of a token that is valid at a time, and when the token ends.
SELECT a.name, a.display_name, a.roles, false, a.created_at, a.security_stamp, a.desks, a.password_hash,
  t.expires_at, t.scopes
FROM ops.token t
JOIN ops.account a ON a.name = t.account
WHERE t.sha256 = $1
  AND t.revoked_at IS NULL
  AND (t.expires_at IS NULL OR t.expires_at > $2)
  AND a.disabled_at IS NULL;
