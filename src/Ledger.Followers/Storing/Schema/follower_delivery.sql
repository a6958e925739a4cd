-- An event that is still to be handed over to a follower. The row goes when the follower has it.
CREATE TABLE IF NOT EXISTS ops.follower_delivery (
  follower  text NOT NULL REFERENCES ops.follower ON DELETE CASCADE,
  position  bigint NOT NULL,
  stream_id uuid NOT NULL,
  since     timestamptz NOT NULL,
  attempts  integer NOT NULL DEFAULT 0,
  due_at    timestamptz NOT NULL,
  parked    boolean NOT NULL DEFAULT false,
  -- What came of the last attempt.
  error     text,
  PRIMARY KEY (follower, position)
);

-- What comes before an event in its stream.
CREATE INDEX IF NOT EXISTS follower_delivery_stream
  ON ops.follower_delivery (follower, stream_id, position);
