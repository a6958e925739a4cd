-- What programs sign in with. The text of a token is known to its holder alone; it is random enough that a plain
-- hash cannot be turned back, and that looking it up by the hash tells nothing.
CREATE TABLE IF NOT EXISTS ops.token (
  id          uuid PRIMARY KEY,
  account     text NOT NULL REFERENCES ops.account (name),
  description text NOT NULL,
  sha256      bytea NOT NULL UNIQUE CHECK (length(sha256) = 32),
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz,
  revoked_at  timestamptz
);

-- A token that was made before there were scopes keeps what it could do.
DO
$$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'ops.token'::regclass AND attname = 'scopes') THEN
    ALTER TABLE ops.token
      ADD COLUMN scopes text[] NOT NULL DEFAULT '{read,write,admin}' CHECK (
        cardinality(scopes) > 0 AND scopes <@ ARRAY['read', 'write', 'admin']),
      ADD COLUMN last_used_at timestamptz;
  END IF;
END
$$;
