-- Another password under another stamp, which ends every session; the one that did it takes the new stamp over. The
-- account must still have the stamp under which the old password was looked at.
WITH changed AS (
  UPDATE ops.account SET password_hash = $2, security_stamp = $3
  WHERE name = $1 AND security_stamp = $4 AND disabled_at IS NULL
  RETURNING name
), kept AS (
  UPDATE ops.session SET security_stamp = $3
  WHERE id = $5 AND security_stamp = $4 AND account IN (SELECT name FROM changed)
), voided AS (
  UPDATE ops.one_time_link SET used_at = $6 WHERE account IN (SELECT name FROM changed) AND used_at IS NULL
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address)
  SELECT $6, 'password-changed', name, $7, $8 FROM changed
)
SELECT count(*) FROM changed;
