-- What nobody has tried for a day.
DELETE FROM ops.sign_in_attempt WHERE last_at < $1::timestamptz - interval '1 day';
