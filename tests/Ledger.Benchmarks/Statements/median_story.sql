-- A story of the usual size, with the usual number of events.
select data ->> 'slug'
from events.mt_events
where type = 'story_published'
order by abs(length(data::text) - (
  select percentile_cont(0.5) within group (order by length(data::text)) from events.mt_events
  where type = 'story_published' and seq_id <= 10000))
limit 1
