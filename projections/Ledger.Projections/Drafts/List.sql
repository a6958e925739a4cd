-- Drafts from the last changed on; each filter may be null: status $1, story $2. $3 asks for those that are public and
-- lack an approval.
select d.id, d.state, d.version, d.begun_at, d.changed_at, s.slug, s.headline, s.language
from read.draft d join read.story s on s.id = d.story_id
where ($1::text is null or d.status = $1)
  and ($2::uuid is null or d.story_id = $2)
  and ($3::boolean is null or d.lacks_approval = $3)
order by d.changed_at desc, d.id
limit $4
