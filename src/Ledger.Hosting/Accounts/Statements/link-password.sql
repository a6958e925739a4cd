-- Uses a link up: its account gets another password and another stamp, which ends every session.
WITH used AS (
  UPDATE ops.one_time_link SET used_at = $2
  WHERE sha256 = $1 AND used_at IS NULL AND expires_at > $2 AND account IS NOT NULL
  RETURNING account
), changed AS (
  UPDATE ops.account SET password_hash = $3, security_stamp = $4
  WHERE name IN (SELECT account FROM used) AND disabled_at IS NULL
  RETURNING name
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, address, detail)
  SELECT $2, 'password-changed', name, $5, 'by a one-time link' FROM changed
)
SELECT name FROM changed;
