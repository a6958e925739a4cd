-- The sessions of an account that count at a time, the one used last first.
SELECT s.id, s.account, s.started_at, s.seen_at, s.ends_at, s.address, s.agent
FROM ops.session s
JOIN ops.account a ON a.name = s.account AND a.security_stamp = s.security_stamp
WHERE s.account = $1 AND s.ended_at IS NULL AND s.ends_at > $2 AND s.seen_at > $3 AND a.disabled_at IS NULL
ORDER BY s.seen_at DESC, s.id;
