-- Masks words where a recorded event orders it. $1 the position of that event, $2 the words.
select log.erase($1, $2)
