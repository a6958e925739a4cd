copy report (
  id, story_id, revision, quote, text, evidence, source, has_contact, status, class, severity, owner, due_at,
  reason, correction_id, merged_into, version, position, received_at, changed_at)
from stdin (format binary)
