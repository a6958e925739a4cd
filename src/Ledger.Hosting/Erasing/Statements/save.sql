INSERT INTO ops.erasure_requests (id, story, words, basis, requested_by, requested_at) VALUES ($1, $2, $3, $4, $5, $6)
