-- A new account. No row comes back where the name is taken.
WITH added AS (
  INSERT INTO ops.account (name, display_name, password_hash, roles, desks, security_stamp, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (name) DO NOTHING
  RETURNING *
), noted AS (
  INSERT INTO ops.sign_in_event (at, kind, account, actor, address, detail)
  SELECT $7, 'account-added', name, $8, $9, array_to_string(roles, ', ') FROM added
)
SELECT name, display_name, roles, disabled_at IS NOT NULL, created_at, security_stamp, desks, password_hash
FROM added;
