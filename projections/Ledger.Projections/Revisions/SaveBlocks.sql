insert into block (story_id, hash, body)
select * from unnest($1::uuid[], $2::bytea[], $3::text[])
on conflict (story_id, hash) do nothing
