-- A browser that has signed in. No row is added where the account has changed since its password was looked at.
WITH added AS (
  INSERT INTO ops.session (id, account, security_stamp, started_at, seen_at, ends_at, address, agent)
  SELECT $1, name, security_stamp, $4, $4, $5, $6, $7
  FROM ops.account
  WHERE name = $2 AND security_stamp = $3 AND disabled_at IS NULL
  RETURNING account
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address)
  SELECT $4, 'signed-in', account, 'user:' || account, $6 FROM added
)
SELECT count(*) FROM added;
