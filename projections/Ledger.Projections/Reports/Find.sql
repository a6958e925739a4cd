select
  r.id, r.story_id, s.slug, s.headline, s.section, s.language, r.revision, r.quote, r.text, r.evidence, r.source,
  r.has_contact, r.status, r.class, r.severity, r.owner, r.due_at, r.reason, r.correction_id, r.merged_into, r.version,
  r.received_at, r.changed_at, s.status
from read.report r join read.story s on s.id = r.story_id
where r.id = $1
