-- Corrections from the newest on, after a row (time $1, position $2) or from the first.
-- Filters, each of which may be null: class $3, section $4, from $5 on, before $6,
-- words of notes and stories $8, which are read as each of the configurations $9 reads them, and marked where they
-- stand in the way that $11 says. The words of a story that is withheld are not to be found by, except where $10 says
-- so.
with asked (query, configs, marks) as materialized (
  select query, array_agg(config), replace(query::text, ' & ', ' | ')::tsquery
  from unnest($9::text[]) as config
  cross join lateral (select websearch_to_tsquery(config::regconfig, $8) as query) as parsed
  where numnode(query) > 0
  group by query
)
select
  c.id, c.story_id, s.slug, s.headline, s.section, c.class, c.severity, c.note, c.claims, c.places,
  c.revision, c.position, c.actor, c.actor_name, c.occurred_at, c.recorded_at,
  c.apology, c.review,
  exists (select from read.draft d where d.id = c.id and d.approved_by is not null),
  coalesce((select json_agg(h.change order by h.position) from read.correction_change h
    where h.correction_id = c.id), '[]'),
  s.status, noted.note, told.body, told.title
from (
  select c.* from read.correction c join read.story s on s.id = c.story_id
  where (c.occurred_at, c.position) < (coalesce($1, 'infinity'), coalesce($2, 9223372036854775807))
    and ($3 is null or c.class = $3)
    and ($4 is null or s.section = $4)
    and c.occurred_at >= coalesce($5, '-infinity')
    and c.occurred_at < coalesce($6, 'infinity')
    and ($8 is null or ($10 or s.status not in ('withdrawn', 'removed')) and c.id in (
      select n.id from asked
      join read.correction n on n.words @@ asked.query and n.config = any (asked.configs)
      union all
      -- Amended notes are read as they are written, whatever their language.
      select h.correction_id from asked join read.correction_change h on h.words @@ asked.query
      union all
      select n.id from asked
      join read.passage p on p.words @@ asked.query and p.config = any (asked.configs)
      join read.correction n on n.story_id = p.story_id
    ))
  order by c.occurred_at desc, c.position desc
  limit $7
) as c
join read.story s on s.id = c.story_id
left join lateral (
  select ts_headline(c.config::regconfig, now.note, asked.marks, $11) as note
  from asked
  cross join lateral (
    select coalesce((
      select h.change -> 'note' ->> 'to' from read.correction_change h
      where h.correction_id = c.id and h.change -> 'note' ->> 'to' is not null
      order by h.position desc
      limit 1
    ), c.note) as note
  ) as now
  where c.config = any (asked.configs)
) as noted on $8 is not null
left join lateral (
  select
    ts_headline(p.config::regconfig, p.body, asked.marks, $11) as body,
    ts_headline(p.config::regconfig, p.title, asked.marks, $11) as title
  from asked
  join read.passage p on p.words @@ asked.query and p.config = any (asked.configs)
  where p.story_id = c.story_id
  order by p.number
  limit 1
) as told on $8 is not null
order by c.occurred_at desc, c.position desc
