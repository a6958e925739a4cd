-- What seals the forms of readers and makes the keys of report_counts unreadable; one row.
CREATE TABLE IF NOT EXISTS ops.report_secret (
  id     boolean PRIMARY KEY DEFAULT true CHECK (id),
  secret bytea NOT NULL CHECK (length(secret) = 32)
);
