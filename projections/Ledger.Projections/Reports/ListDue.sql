-- Reports by their deadline, the most urgent first, after a row (time $1, id $2) or from the first.
-- Filters, each of which may be null: open $3, status $4, class $5, severity $6, owner $7, story $8, due before $9.
select
  r.id, r.story_id, s.slug, s.headline, s.section, s.language, r.revision, r.quote, r.text, r.evidence, r.source,
  r.has_contact, r.status, r.class, r.severity, r.owner, r.due_at, r.reason, r.correction_id, r.merged_into, r.version,
  r.received_at, r.changed_at, s.status
from read.report r join read.story s on s.id = r.story_id
where (r.due_at, r.id) > (coalesce($1, '-infinity'), coalesce($2, '00000000-0000-0000-0000-000000000000'))
  and ($3 is null or $3 = (r.status in ('received', 'triaged')))
  and ($4 is null or r.status = $4)
  and ($5 is null or r.class = $5)
  and ($6 is null or r.severity = $6)
  and ($7 is null or coalesce(r.owner, '') = $7)
  and ($8 is null or r.story_id = $8)
  and ($9 is null or r.due_at < $9)
order by r.due_at, r.id
limit $10
