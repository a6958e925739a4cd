insert into blame (story_id, part, revision, runs)
select * from unnest($1::uuid[], $2::text[], $3::int[], $4::json[])
