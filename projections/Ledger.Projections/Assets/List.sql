-- Pictures, that used last first, after a row (time $1, id $2) or from the first. $3 are words that stand in an address
-- or beside a picture, or null; $4 asks for those alone that wait for somebody.
with used as (
  select
    u.asset_id as id, min(u.url) as url, count(distinct u.story_id) as stories, max(s.published_at) as at,
    mode() within group (order by u.caption) as caption, mode() within group (order by u.credit) as credit,
    string_agg(concat_ws(' ', u.caption, u.credit, u.alt), ' ') as words
  from read.asset_use u
  join read.story s on s.id = u.story_id
  group by u.asset_id
),
known as (
  select
    coalesce(a.id, u.id) as id, coalesce(a.url, u.url) as url, coalesce(u.stories, 0) as stories,
    coalesce(u.at, a.registered_at) as at,
    case when a.id is null then u.caption else a.caption end as caption,
    case when a.id is null then u.credit else a.credit end as credit,
    coalesce(a.awaiting, 0) as awaiting, coalesce(a.exceptions, 0) as exceptions, coalesce(a.version, 0) as version,
    concat_ws(' ', a.url, u.url, a.caption, a.credit, a.alt, u.words) as words
  from read.asset a
  full join used u on u.id = a.id
)
select id, url, stories, at, caption, credit, awaiting, exceptions, version
from known
where (at, id) < (coalesce($1, 'infinity'), coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  and ($3 is null or strpos(lower(words), lower($3)) > 0)
  and (not $4 or awaiting + exceptions > 0)
order by at desc, id desc
limit $5
