-- The browsers that are signed in. A session is over when it was ended, when it was not used for too long, at its last
-- moment in any case, and when its account has another stamp than when it began.
CREATE TABLE IF NOT EXISTS ops.session (
  id             uuid PRIMARY KEY,
  account        text NOT NULL REFERENCES ops.account (name),
  security_stamp uuid NOT NULL,
  started_at     timestamptz NOT NULL,
  seen_at        timestamptz NOT NULL,
  ends_at        timestamptz NOT NULL,
  ended_at       timestamptz,
  -- Shortened, so that it says which network and not which person.
  address        text,
  agent          text
);
