-- Ends a token; one that has ended already keeps the time of its end.
UPDATE ops.token SET revoked_at = coalesce(revoked_at, $2) WHERE id = $1;
