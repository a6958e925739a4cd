-- Revisions of story $1 from the newest on, below $2 or from the last.
select
  story_id, revision, version, position, type, status, reason, actor, actor_name, occurred_at, recorded_at, headline
from read.revision
where story_id = $1 and revision < coalesce($2, 2147483647)
order by revision desc
limit $3
