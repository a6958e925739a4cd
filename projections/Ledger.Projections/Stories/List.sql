-- Stories from the newest on, after a row (time $1, id $2) or from the first; $3 are words to look for or null, which
-- are read as each of the configurations $6 reads them, and marked where they stand in the way that $7 says: any of
-- them, since one may stand in the headline and another below.
-- Those whose words are kept from the public are listed only where $5 says so.
with asked (query, configs, marks) as materialized (
  select query, array_agg(config), replace(query::text, ' & ', ' | ')::tsquery
  from unnest($6::text[]) as config
  cross join lateral (select websearch_to_tsquery(config::regconfig, $3) as query) as parsed
  where numnode(query) > 0
  group by query
)
select
  s.id, s.slug, s.headline, s.standfirst, s.section, s.language, s.status, s.revision, s.corrections,
  s.published_at, s.updated_at, found.body, found.title
from (
  select
    id, slug, headline, standfirst, section, language, status, revision, corrections, published_at, updated_at
  from read.story
  where (published_at, id) < (coalesce($1, 'infinity'), coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    and ($3 is null or id in (
      select p.story_id from asked
      join read.passage p on p.words @@ asked.query and p.config = any (asked.configs)
    ))
    and ($5 or status not in ('withdrawn', 'removed'))
  order by published_at desc, id desc
  limit $4
) as s
left join lateral (
  select
    ts_headline(p.config::regconfig, p.body, asked.marks, $7) as body,
    ts_headline(p.config::regconfig, p.title, asked.marks, $7) as title
  from asked
  join read.passage p on p.words @@ asked.query and p.config = any (asked.configs)
  where p.story_id = s.id
  order by p.number
  limit 1
) as found on $3 is not null
order by s.published_at desc, s.id desc
