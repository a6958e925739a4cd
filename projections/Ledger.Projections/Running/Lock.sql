-- A statement of its own, so that the next one sees all that was committed before the lock was had.
select pg_advisory_xact_lock(hashtextextended($1, 0))
