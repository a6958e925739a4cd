copy copy (
  id, story_id, kind, publisher, language, address, version, linked_position, unlinked_reason, linked_at)
from stdin (format binary)
