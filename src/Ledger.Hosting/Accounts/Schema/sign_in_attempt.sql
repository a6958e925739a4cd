-- How often signing in has failed of late, for each name that was tried and each address that tried. The subject is a
-- hash: what is typed as a name is now and then a password.
CREATE TABLE IF NOT EXISTS ops.sign_in_attempt (
  subject      bytea PRIMARY KEY CHECK (length(subject) = 32),
  failures     integer NOT NULL,
  last_at      timestamptz NOT NULL,
  locked_until timestamptz
);
