select
  c.id, c.story_id, s.slug, s.headline, s.section, c.class, c.severity, c.note, c.claims, c.places,
  c.revision, c.position, c.actor, c.actor_name, c.occurred_at, c.recorded_at
from read.correction c join read.story s on s.id = c.story_id
where c.id = $1
