copy revision (
  story_id, revision, version, position, type, status, notice,
  headline, standfirst, section, language, dateline, credits, blocks, depth, entries,
  reason, actor, actor_name, occurred_at, recorded_at, overtaken)
from stdin (format binary)
