-- Who is told of the log by HTTP. A row stays when its subscription is removed, since its name stands in the audit.
CREATE TABLE IF NOT EXISTS ops.webhook (
  id         uuid PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  url        text NOT NULL,
  -- Whether it is told everything as it is logged, and not only what the public may see.
  staff      boolean NOT NULL,
  -- The types of events that it is told of; none is all.
  types      text[] NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text,
  removed_at timestamptz
);
