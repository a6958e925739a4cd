-- How the desk can reach who reported an error. Not in the log, so that it can be forgotten.
CREATE TABLE IF NOT EXISTS ops.report_contacts (
  report uuid PRIMARY KEY,
  name   text,
  email  text
);
