-- Links that set a password once: of an account, or, where none is named, of the first administrator.
CREATE TABLE IF NOT EXISTS ops.one_time_link (
  sha256     bytea PRIMARY KEY CHECK (length(sha256) = 32),
  account    text REFERENCES ops.account (name),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
