-- A slug of another story is left alone and so not counted among the rows.
insert into slug (slug, story_id, current)
select slug, story_id, current
from unnest($1::text[], $2::uuid[], $3::bool[]) as row (slug, story_id, current)
on conflict (slug) do update set current = excluded.current where slug.story_id = excluded.story_id
