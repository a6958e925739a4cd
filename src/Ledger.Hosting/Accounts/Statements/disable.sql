-- Ends an account: nobody signs in with it, and its sessions (by the new stamp), links and tokens are over. No row
-- comes back where there is no such account, or it is the last administrator's.
WITH admins AS MATERIALIZED (
  SELECT name FROM ops.account
  WHERE 'admin' = ANY (roles) AND disabled_at IS NULL
  ORDER BY name
  FOR UPDATE
), changed AS (
  UPDATE ops.account SET disabled_at = coalesce(disabled_at, $2), security_stamp = $3
  WHERE name = $1
    AND (NOT EXISTS (SELECT FROM admins WHERE name = $1) OR EXISTS (SELECT FROM admins WHERE name <> $1))
  RETURNING name
), ended AS (
  UPDATE ops.token SET revoked_at = $2 WHERE account IN (SELECT name FROM changed) AND revoked_at IS NULL
), voided AS (
  UPDATE ops.one_time_link SET used_at = $2 WHERE account IN (SELECT name FROM changed) AND used_at IS NULL
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address)
  SELECT $2, 'account-disabled', name, $4, $5 FROM changed
)
SELECT count(*) FROM changed;
