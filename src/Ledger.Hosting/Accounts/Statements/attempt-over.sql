-- After a success: nothing is held against the name any more, and this attempt not against the address.
WITH forgotten AS (
  DELETE FROM ops.sign_in_attempt WHERE subject = $1
)
UPDATE ops.sign_in_attempt SET failures = greatest(failures - 1, 0), locked_until = NULL WHERE subject = $2;
