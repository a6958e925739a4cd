-- A new token of an account that is not disabled; no row is added for any other.
WITH added AS (
  INSERT INTO ops.token (id, account, description, sha256, created_at, expires_at, scopes)
  SELECT $1, name, $3, $4, $5, $6::timestamptz, $7
  FROM ops.account
  WHERE name = $2 AND disabled_at IS NULL
  RETURNING id, account
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address, detail)
  SELECT $5, 'token-created', account, $8, $9, id || ' ' || array_to_string($7::text[], ', ') FROM added
)
SELECT count(*) FROM added;
