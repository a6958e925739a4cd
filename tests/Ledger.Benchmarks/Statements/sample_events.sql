-- Ten events that together are as large as those after a position: of each tenth of them by size, the one that is
-- nearest to the tenth's mean.
with sized as (
  select *, length(data::text) as size, ntile(10) over (order by length(data::text), seq_id) as tenth
  from events.mt_events
  where seq_id > $1
),
ranked as (
  select *, row_number() over (partition by tenth order by abs(size - mean), seq_id) as nth
  from (select *, avg(size) over (partition by tenth) as mean from sized) as with_mean
)
select data::text, type, mt_dotnet_type, coalesce(correlation_id, ''), headers::text, coalesce(user_name, '')
from ranked
where nth = 1
order by tenth
