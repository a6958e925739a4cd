-- Requests to erase that nobody has decided yet. Not in the log, since they hold the very words.
CREATE TABLE IF NOT EXISTS ops.erasure_requests (
  id           uuid         PRIMARY KEY,
  story        uuid         NOT NULL,
  words        text[]       NOT NULL,
  basis        text         NOT NULL,
  requested_by text         NOT NULL,
  requested_at timestamptz  NOT NULL
);
