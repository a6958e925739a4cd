copy draft (
  id, story_id, status, drafted_by, approved_by, publish_at, due_at, lacks_approval, state, version,
  begun_at, changed_at)
from stdin (format binary)
