-- The rows that hold for parts $3 of story $1 at revision $2: of each the last one up to there, one step in an index.
select b.part, b.revision, b.runs
from unnest($3::text[]) as asked (part)
cross join lateral (
  select part, revision, runs from read.blame
  where story_id = $1 and part = asked.part and revision <= $2
  order by revision desc
  limit 1
) as b
