-- The people who can sign in. A row is never deleted: the log names them for ever.
CREATE TABLE IF NOT EXISTS ops.account (
  name           text PRIMARY KEY CHECK (name ~ '^[a-z0-9._-]{1,64}$'),
  display_name   text NOT NULL,
  -- The versioned format of the password hasher, with its salt and number of rounds inside.
  password_hash  text NOT NULL,
  roles          text[] NOT NULL CHECK (
    cardinality(roles) > 0 AND roles <@ ARRAY['reader', 'editor', 'standards', 'auditor', 'admin']),
  -- A session that began under another stamp has ended.
  security_stamp uuid NOT NULL,
  created_at     timestamptz NOT NULL,
  disabled_at    timestamptz
);

-- The desks that the account is limited to; none is every desk. Asked of the catalogue first, because to alter a table,
-- even by nothing, waits for everybody who is reading it.
DO
$$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'ops.account'::regclass AND attname = 'desks') THEN
    ALTER TABLE ops.account ADD COLUMN desks text[] NOT NULL DEFAULT '{}';
  END IF;
END
$$;
