-- What is older than is to be kept.
DELETE FROM ops.sign_in_event WHERE at < $1;
