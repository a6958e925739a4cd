select coalesce((select position from log.leaves order by position desc limit 1), 0)
