-- A new link for an account, which makes its earlier ones void; or for the first administrator.
WITH whose AS (
  SELECT name FROM ops.account WHERE name = $2 AND disabled_at IS NULL
  UNION ALL
  SELECT NULL WHERE $2::text IS NULL AND NOT EXISTS (SELECT FROM ops.account)
), voided AS (
  UPDATE ops.one_time_link SET used_at = $3 WHERE account IN (SELECT name FROM whose) AND used_at IS NULL
), added AS (
  INSERT INTO ops.one_time_link (sha256, account, created_at, expires_at)
  SELECT $1, name, $3, $4 FROM whose
  RETURNING account
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address)
  SELECT $3, 'link-made', account, $5, $6 FROM added
)
SELECT count(*) FROM added;
