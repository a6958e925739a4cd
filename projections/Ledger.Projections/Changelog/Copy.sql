copy changelog (
  story_id, version, event_id, position, revision, type, actor, actor_name, occurred_at, recorded_at, facts,
  unexplained)
from stdin (format binary)
