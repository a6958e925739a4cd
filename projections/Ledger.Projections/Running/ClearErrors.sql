delete from projection_error where name = any($1) and position <= $2
