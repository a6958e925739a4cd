-- Whose link it is that can be used at a time; that of the first administrator only while there is no account.
SELECT l.account, a.display_name
FROM ops.one_time_link l
LEFT JOIN ops.account a ON a.name = l.account
WHERE l.sha256 = $1 AND l.used_at IS NULL AND l.expires_at > $2
  AND CASE WHEN l.account IS NULL THEN NOT EXISTS (SELECT FROM ops.account) ELSE a.disabled_at IS NULL END;
