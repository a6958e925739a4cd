-- The secret of the site; $1 becomes it where there is none.
WITH made AS (
  INSERT INTO ops.report_secret (secret) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING secret
)
SELECT secret FROM made UNION ALL SELECT secret FROM ops.report_secret LIMIT 1
