-- Which keys have cosigned which checkpoints, newest first. $1 the first number, $2 the number after the last.
select checkpoint, array_agg(vkey)
from log.cosignatures
where checkpoint >= $1 and checkpoint < $2
group by checkpoint
order by checkpoint desc
limit 500
