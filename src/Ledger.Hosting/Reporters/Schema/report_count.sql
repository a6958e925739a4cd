-- How often something was reported from an address, about a story or in the same words. The keys are hashes under a
-- secret of the site, and rows are forgotten after two days.
CREATE TABLE IF NOT EXISTS ops.report_counts (
  key          text NOT NULL,
  window_start timestamptz NOT NULL,
  count        integer NOT NULL,
  PRIMARY KEY (window_start, key)
);
