-- Who follows the log, and up to where the log was looked through for what they want.
CREATE TABLE IF NOT EXISTS ops.follower (
  name     text PRIMARY KEY,
  position bigint NOT NULL CHECK (position >= 0),
  paused   boolean NOT NULL DEFAULT false,
  -- Why it stands still or was refused; null where it goes on.
  error    text
);
