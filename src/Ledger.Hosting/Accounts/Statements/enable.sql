-- Opens an account that was disabled; its old sessions and tokens stay over.
WITH changed AS (
  UPDATE ops.account SET disabled_at = NULL WHERE name = $1 AND disabled_at IS NOT NULL RETURNING name
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address)
  SELECT $2, 'account-enabled', name, $3, $4 FROM changed
)
SELECT count(*) FROM ops.account WHERE name = $1;
