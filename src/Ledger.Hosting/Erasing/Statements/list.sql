-- $1 one request, or null for all.
SELECT id, story, words, basis, requested_by, requested_at
FROM ops.erasure_requests WHERE $1::uuid IS NULL OR id = $1 ORDER BY requested_at, id
