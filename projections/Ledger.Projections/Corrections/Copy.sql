copy correction (
  id, story_id, class, severity, note, claims, places, revision, position,
  actor, actor_name, occurred_at, recorded_at, apology, review, config)
from stdin (format binary)
