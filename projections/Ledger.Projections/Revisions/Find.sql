-- One revision of story $1, whole: number $2, or the last one said to have gone out at or before time $3, or the last
-- one whose event stands at or before position $4 of the log. One of the three is given, the others are null.
-- Its entries are followed through the pages, if there are any, down to the hashes of its blocks. The limits are those
-- of a list and of a page, and a hash has one row: told so, PostgreSQL takes one step in an index for each, where it
-- would else expect thousands, read all blocks that the story ever had and compile the statement first.
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
  from r cross join lateral (select generate_series(0, length(r.entries) / 16 - 1) as n limit 32) as nth
  union all
  select e.depth - 1, e.place || n, substr(p.entries, n * 16 + 1, 16)
  from entry e
  cross join lateral (select entries from read.block_page where story_id = $1 and hash = e.hash limit 1) as p
  cross join lateral (select generate_series(0, length(p.entries) / 16 - 1) as n limit 64) as nth
  where e.depth > 0
)
select
  r.story_id, r.revision, r.version, r.position, r.type, r.status, r.reason, r.actor, r.actor_name,
  r.occurred_at, r.recorded_at, r.notice,
  r.headline, r.standfirst, r.section, r.language, r.dateline, r.credits, r.blocks,
  (select '[' || coalesce(string_agg(b.body, ',' order by e.place), '') || ']'
   from entry e
   cross join lateral (select body from read.block where story_id = $1 and hash = e.hash limit 1) as b
   where e.depth = 0) as bodies
from r
