-- One more under the key $1 in the window that begins at $2; old windows are forgotten on the way.
WITH forgotten AS (
  DELETE FROM ops.report_counts WHERE window_start < $2 - interval '2 days'
)
INSERT INTO ops.report_counts AS c (key, window_start, count) VALUES ($1, $2, 1)
ON CONFLICT (window_start, key) DO UPDATE SET count = c.count + 1
RETURNING count
