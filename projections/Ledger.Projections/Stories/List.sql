-- Stories from the newest on, after a row (time $1, id $2) or from the first; $3 are words to look for or null, which
-- are read as each of the configurations $6 reads them.
-- Those whose words are kept from the public are listed only where $5 says so.
with asked (query) as materialized (
  select string_agg('(' || query::text || ')', ' | ')::tsquery
  from unnest($6::text[]) as config
  cross join lateral (select websearch_to_tsquery(config::regconfig, $3) as query) as parsed
  where numnode(query) > 0
)
select id, slug, headline, standfirst, section, language, status, revision, corrections, published_at, updated_at
from read.story
where (published_at, id) < (coalesce($1, 'infinity'), coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  and ($3 is null or words @@ (select query from asked))
  and ($5 or status not in ('withdrawn', 'removed'))
order by published_at desc, id desc
limit $4
