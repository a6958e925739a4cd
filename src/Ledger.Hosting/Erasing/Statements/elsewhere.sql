-- Events in which any of some words stand, the first hundred. $1 the words.
WITH words AS (
  -- As they stand in JSON.
  SELECT substr(to_jsonb(word)::text, 2, length(to_jsonb(word)::text) - 2) AS word
  FROM unnest($1::text[]) AS asked (word)
)
SELECT e.seq_id
FROM events.mt_events e
WHERE EXISTS (
  SELECT FROM words w
  WHERE position(w.word IN e.data::text) > 0 OR position(w.word IN coalesce(e.headers::text, '')) > 0)
ORDER BY e.seq_id LIMIT 100
