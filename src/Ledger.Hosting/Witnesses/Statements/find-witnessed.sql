-- Holds the log for whoever cosigns it, so that what is compared stays the last until the next is kept. $1 the origin.
select note from ops.witnessed_log where origin = $1 for update
