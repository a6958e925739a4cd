-- The last revision of each of some stories, with the blocks' bodies as one JSON array in their order.
select
  r.story_id, r.status, r.notice, r.revision, r.headline, r.standfirst, r.section, r.language, r.dateline, r.credits,
  r.blocks,
  (select coalesce(json_agg(b.body order by l.place), '[]')
   from unnest(r.blocks) with ordinality as l (hash, place) left join block b using (hash)) as bodies
from unnest($1::uuid[]) as asked (id)
cross join lateral (
  select * from revision where story_id = asked.id order by revision desc limit 1
) as r
