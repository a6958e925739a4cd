-- Changes of story $1 from the newest on, below version $2 or from the last.
select
  story_id, event_id, position, version, revision, type, actor, actor_name, occurred_at, recorded_at, facts
from read.changelog
where story_id = $1 and version < coalesce($2, 9223372036854775807)
order by version desc
limit $3
