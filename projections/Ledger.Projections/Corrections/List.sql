-- Corrections from the newest on, after a row (time $1, position $2) or from the first.
-- Filters, each of which may be null: class $3, section $4, from $5 on, before $6,
-- words of notes and stories $8, which are read as each of the configurations $9 reads them. The words of a story that
-- is withheld are not to be found by, except where $10 says so.
with asked (query) as materialized (
  select string_agg('(' || query::text || ')', ' | ')::tsquery
  from unnest($9::text[]) as config
  cross join lateral (select websearch_to_tsquery(config::regconfig, $8) as query) as parsed
  where numnode(query) > 0
)
select
  c.id, c.story_id, s.slug, s.headline, s.section, c.class, c.severity, c.note, c.claims, c.places,
  c.revision, c.position, c.actor, c.actor_name, c.occurred_at, c.recorded_at,
  c.apology, c.review,
  exists (select from read.draft d where d.id = c.id and d.approved_by is not null),
  coalesce((select json_agg(h.change order by h.position) from read.correction_change h
    where h.correction_id = c.id), '[]'),
  s.status
from read.correction c join read.story s on s.id = c.story_id
where (c.occurred_at, c.position) < (coalesce($1, 'infinity'), coalesce($2, 9223372036854775807))
  and ($3 is null or c.class = $3)
  and ($4 is null or s.section = $4)
  and c.occurred_at >= coalesce($5, '-infinity')
  and c.occurred_at < coalesce($6, 'infinity')
  and ($8 is null or ($10 or s.status not in ('withdrawn', 'removed')) and c.id in (
    select id from read.correction where words @@ (select query from asked)
    union all
    select correction_id from read.correction_change where words @@ (select query from asked)
    union all
    select found.id from read.story told join read.correction found on found.story_id = told.id
    where told.words @@ (select query from asked)
  ))
order by c.occurred_at desc, c.position desc
limit $7
