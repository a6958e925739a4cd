-- Notes that a token was used, to the minute.
UPDATE ops.token SET last_used_at = $2
WHERE sha256 = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute');
