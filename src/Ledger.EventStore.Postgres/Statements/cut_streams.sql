-- Cuts the streams, in the order of their ids, into spans of about $1 events: a span ends where their sum passes a
-- multiple of it.
with streams as (
  select id, version, sum(version) over (order by id) as upto from events.mt_streams where version > 0
)
select
  (array_agg(id order by id))[1] as first,
  (array_agg(id order by id desc))[1] as last,
  sum(version)::bigint as events
from streams
group by div(upto - version, $1)
order by 1
