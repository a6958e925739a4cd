-- Ends a token, of one account where one is named; one that has ended already keeps the time of its end.
WITH ended AS (
  UPDATE ops.token SET revoked_at = $2
  WHERE id = $1 AND revoked_at IS NULL AND ($3::text IS NULL OR account = $3)
  RETURNING id, account
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address, detail)
  SELECT $2, 'token-revoked', account, $4, $5, id::text FROM ended
)
SELECT count(*) FROM ops.token WHERE id = $1 AND ($3::text IS NULL OR account = $3);
