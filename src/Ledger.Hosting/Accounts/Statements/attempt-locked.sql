-- Until when a subject is locked.
SELECT locked_until FROM ops.sign_in_attempt WHERE subject = $1 AND locked_until > $2;
