-- Those revisions of story $1 whose numbers are among $2.
select
  story_id, revision, version, position, type, status, reason, actor, actor_name, occurred_at, recorded_at, headline
from read.revision
where story_id = $1 and revision = any($2)
order by revision
