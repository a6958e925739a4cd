-- Stories from the newest on, after a row (time $1, id $2) or from the first; $3 are words of the headline or null.
-- Those whose words are kept from the public are listed only where $5 says so.
select id, slug, headline, standfirst, section, language, status, revision, corrections, published_at, updated_at
from read.story
where (published_at, id) < (coalesce($1, 'infinity'), coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  and ($3 is null or headline_words @@ plainto_tsquery('simple', $3))
  and ($5 or status not in ('withdrawn', 'removed'))
order by published_at desc, id desc
limit $4
