-- Some of the stories that the log was filled with, evenly spread over the whole of it.
select slug
from (
  select data ->> 'slug' as slug, seq_id, row_number() over (order by seq_id) as nth, count(*) over () as stories
  from events.mt_events
  where type = 'story_published' and data ->> 'slug' like 'fill-%'
) as published
where nth % greatest(stories / $1, 1) = 0
order by seq_id
limit $1
