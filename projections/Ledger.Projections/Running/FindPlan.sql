-- The plan of a rebuild of the same making, with its spans; no row when another one was made.
select p.target, s.first, s.last, s.events, s.loaded
from rebuild_plan p left join rebuild_span s on true
where p.maker = $1
order by s.first
