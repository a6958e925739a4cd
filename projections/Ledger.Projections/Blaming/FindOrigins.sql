-- The changes of story $1 that made the revisions $2; a new address makes none.
select
  story_id, event_id, position, version, revision, type, actor, actor_name, occurred_at, recorded_at, facts
from read.changelog
where story_id = $1 and revision = any($2) and type not in ('slug_changed', 'content_erased')
order by revision
