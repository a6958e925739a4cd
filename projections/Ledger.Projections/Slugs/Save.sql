-- A slug that belongs to another story meets slug_pkey, and so is an error.
insert into slug (slug, story_id, current)
select * from unnest($1::text[], $2::uuid[], $3::bool[])
on conflict (story_id, slug) do update set current = excluded.current
