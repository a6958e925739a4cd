select id, slug, status, notice, revision, version, position, corrections, article, published_at, updated_at
from story
where id = any($1)
