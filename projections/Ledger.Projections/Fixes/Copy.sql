copy fix (id, story_id, status, proposed_by, proposed_by_name, state, version, begun_at, changed_at)
from stdin (format binary)
