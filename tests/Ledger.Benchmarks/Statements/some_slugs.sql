-- Stories of whole histories: those that the log was filled with.
select data ->> 'slug'
from events.mt_events
where type = 'story_published' and data ->> 'slug' like 'fill-%'
order by seq_id
limit $1
