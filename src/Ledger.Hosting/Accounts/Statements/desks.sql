-- Other desks for an account.
WITH changed AS (
  UPDATE ops.account SET desks = $2 WHERE name = $1 RETURNING name
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address, detail)
  SELECT $3, 'desks-changed', name, $4, $5, coalesce(nullif(array_to_string($2, ', '), ''), 'every desk') FROM changed
)
SELECT count(*) FROM changed;
