-- The account of a session that counts at a time, as it is now, and when the session was used before.
SELECT a.name, a.display_name, a.roles, false, a.created_at, a.security_stamp, a.desks, a.password_hash, s.seen_at
FROM ops.session s
JOIN ops.account a ON a.name = s.account AND a.security_stamp = s.security_stamp
WHERE s.id = $1 AND s.ended_at IS NULL AND s.ends_at > $2 AND s.seen_at > $3 AND a.disabled_at IS NULL;
