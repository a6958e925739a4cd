copy asset (
  id, url, caption, credit, alt, awaiting, exceptions, due, state, version, registered_at, changed_at)
from stdin (format binary)
