-- $1 the level of the tiles whose roots are asked for, $2 the number of the first, $3 the number after the last
select number, root from log.tiles where level = $1 and number >= $2 and number < $3 order by number
