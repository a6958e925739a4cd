select
  c.id, c.story_id, s.slug, s.headline, s.section, c.class, c.severity, c.note, c.claims, c.places,
  c.revision, c.position, c.actor, c.actor_name, c.occurred_at, c.recorded_at,
  c.apology, c.review,
  exists (select from read.draft d where d.id = c.id and d.approved_by is not null),
  coalesce((select json_agg(h.change order by h.position) from read.correction_change h
    where h.correction_id = c.id), '[]'),
  s.status
from read.correction c join read.story s on s.id = c.story_id
where c.story_id = $1
order by c.position desc
