-- Other roles for an account. No row comes back where there is no such account, or the last administrator would go.
WITH admins AS MATERIALIZED (
  SELECT name FROM ops.account
  WHERE 'admin' = ANY (roles) AND disabled_at IS NULL
  ORDER BY name
  FOR UPDATE
), changed AS (
  UPDATE ops.account SET roles = $2
  WHERE name = $1
    AND ('admin' = ANY ($2) OR NOT EXISTS (SELECT FROM admins WHERE name = $1)
      OR EXISTS (SELECT FROM admins WHERE name <> $1))
  RETURNING name
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address, detail)
  SELECT $3, 'roles-changed', name, $4, $5, array_to_string($2, ', ') FROM changed
)
SELECT count(*) FROM changed;
