-- One revision of story $1, whole: number $2, or the last one said to have gone out at or before time $3, or the last
-- one whose event stands at or before position $4 of the log. One of the three is given, the others are null.
-- Its entries are followed through the pages, if there are any, down to the hashes of its blocks.
with recursive r as materialized (
  select * from read.revision
  where story_id = $1 and revision = coalesce(
    $2,
    (select revision from read.revision
     where story_id = $1 and not overtaken and occurred_at <= $3
     order by occurred_at desc limit 1),
    (select revision from read.revision where story_id = $1 and position <= $4 order by position desc limit 1))
),
entry (depth, place, hash) as (
  select r.depth::int, array[n], substr(r.entries, n * 16 + 1, 16)
  from r cross join generate_series(0, length(r.entries) / 16 - 1) as n
  union all
  select e.depth - 1, e.place || n, substr(p.entries, n * 16 + 1, 16)
  from entry e
  join read.block_page p on p.story_id = $1 and p.hash = e.hash
  cross join generate_series(0, length(p.entries) / 16 - 1) as n
  where e.depth > 0
)
select
  r.story_id, r.revision, r.version, r.position, r.type, r.status, r.reason, r.actor, r.actor_name,
  r.occurred_at, r.recorded_at, r.notice,
  r.headline, r.standfirst, r.section, r.language, r.dateline, r.credits, r.blocks,
  (select coalesce(json_agg(b.body order by e.place), '[]')
   from entry e join read.block b on b.story_id = $1 and b.hash = e.hash
   where e.depth = 0) as bodies
from r
