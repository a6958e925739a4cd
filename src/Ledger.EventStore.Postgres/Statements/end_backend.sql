-- Ends process $1 of the server, if it is still the one that began at $2 and not a later one of the same number.
-- Gives whether it is still there.
select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and backend_start = $2
