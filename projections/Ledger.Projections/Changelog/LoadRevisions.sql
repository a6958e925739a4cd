-- The number of published states that each of some stories has so far.
select asked.id, last.revision
from unnest($1::uuid[]) as asked (id)
cross join lateral (
  select revision from changelog where story_id = asked.id order by version desc limit 1
) as last
