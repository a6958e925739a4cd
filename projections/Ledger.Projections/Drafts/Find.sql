select d.id, d.state, d.version, d.begun_at, d.changed_at, s.slug, s.headline, s.language
from read.draft d join read.story s on s.id = d.story_id
where d.id = $1
