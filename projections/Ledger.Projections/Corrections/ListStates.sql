-- The states that the corrections of the site have gone through, in the order of the log: at most $2 after the first
-- $1. Each correction is as it stood then: the changes up to that position, and the headline and the address of its
-- story that the event itself came with, so that what is read here today is read here for ever.
select
  c.id, c.story_id, c.story_id::text, r.headline, r.section, c.class, c.severity, c.note, c.claims, c.places,
  c.revision, c.position, c.actor, c.actor_name, c.occurred_at, c.recorded_at,
  c.apology, c.review, false,
  coalesce((select json_agg(h.change order by h.position) from read.correction_change h
    where h.correction_id = c.id and h.position <= state.position), '[]'),
  s.status, r.language, latest.recorded_at
from (
  select id, position from read.correction
  union all
  select correction_id, position from read.correction_change
  order by position
  offset $1 limit $2
) as state (id, position)
join read.correction c on c.id = state.id
join read.revision r on r.story_id = c.story_id and r.revision = c.revision
join read.story s on s.id = c.story_id
join read.changelog latest on latest.story_id = s.id and latest.version = s.version
order by state.position
