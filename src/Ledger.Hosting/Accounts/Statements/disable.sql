-- Ends an account: nobody signs in with it, and its sessions (by the new stamp) and tokens are over.
WITH ended AS (
  UPDATE ops.token SET revoked_at = $2 WHERE account = $1 AND revoked_at IS NULL
)
UPDATE ops.account SET disabled_at = coalesce(disabled_at, $2), security_stamp = $3 WHERE name = $1;
