-- Ends sessions of an account: one, or all but one.
WITH ended AS (
  UPDATE ops.session SET ended_at = $2
  WHERE account = $1 AND ended_at IS NULL AND ($3::uuid IS NULL OR id = $3) AND ($4::uuid IS NULL OR id <> $4)
  RETURNING account
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address)
  SELECT $2, $5, account, $6, $7 FROM ended
)
SELECT count(*) FROM ended;
