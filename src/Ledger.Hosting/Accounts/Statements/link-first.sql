-- Uses the link of the first administrator up, once, and only while there is no account.
WITH used AS (
  UPDATE ops.one_time_link SET used_at = $2
  WHERE sha256 = $1 AND used_at IS NULL AND expires_at > $2 AND account IS NULL
    AND NOT EXISTS (SELECT FROM ops.account)
  RETURNING sha256
), added AS (
  INSERT INTO ops.account (name, display_name, password_hash, roles, security_stamp, created_at)
  SELECT $3, $4, $5, '{admin}', $6, $2 FROM used
  RETURNING name
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, address, detail)
  SELECT $2, 'account-added', name, $7, 'the first, by a one-time link' FROM added
)
SELECT name FROM added;
