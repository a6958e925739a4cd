-- One story, by its id ($1) or by a slug it has or had ($2).
select id, slug, status, notice, revision, version, position, published_at, updated_at, article,
  basis, blocked_by
from read.story
where id = coalesce($1, (select story_id from read.slug where slug.slug = $2))
