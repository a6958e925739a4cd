-- $1 the position before the first, $2 the last position
select position, hash from log.leaves where position > $1 and position <= $2 order by position
