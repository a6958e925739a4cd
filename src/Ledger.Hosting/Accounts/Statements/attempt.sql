-- Counts an attempt to sign in before it is looked at, so that many at once cannot all come before the count; what
-- succeeds is taken back. No row comes back where the subject is locked at that time. From so many failures on, each
-- locks for twice as long as the one before; a day without any forgets them.
INSERT INTO ops.sign_in_attempt AS known (subject, failures, last_at)
VALUES ($1, 1, $2)
ON CONFLICT (subject) DO UPDATE SET
  failures = CASE WHEN known.last_at < $2::timestamptz - interval '1 day' THEN 1 ELSE known.failures + 1 END,
  last_at = $2,
  locked_until = CASE
    WHEN known.last_at < $2::timestamptz - interval '1 day' OR known.failures + 1 < $3 THEN NULL
    ELSE $2::timestamptz
      + least($5::interval, $4::interval * power(2, least(known.failures + 1 - $3, 20))::double precision)
  END
WHERE known.locked_until IS NULL OR known.locked_until <= $2
RETURNING locked_until;
