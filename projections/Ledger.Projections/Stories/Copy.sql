copy story (
  id, slug, status, notice, revision, version, position, corrections,
  headline, standfirst, section, language, article, published_at, updated_at,
  basis, blocked_by)
from stdin (format binary)
