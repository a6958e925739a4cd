insert into correction_revision (story_id, revision)
select story_id, revision from unnest($1::uuid[], $2::int[]) as row (story_id, revision)
on conflict (story_id) do update set revision = excluded.revision
