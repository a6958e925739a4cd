-- The last revision of story $1 that is said to have gone out at or before $2, whole.
select
  r.story_id, r.revision, r.version, r.position, r.type, r.status, r.reason, r.actor, r.actor_name,
  r.occurred_at, r.recorded_at, r.notice,
  r.headline, r.standfirst, r.section, r.language, r.dateline, r.credits, r.blocks,
  (select coalesce(json_agg(b.body order by l.place), '[]')
   from unnest(r.blocks) with ordinality as l (hash, place) left join read.block b using (hash)) as bodies
from read.revision r
where r.story_id = $1 and not r.overtaken and r.occurred_at <= $2
order by r.occurred_at desc
limit 1
