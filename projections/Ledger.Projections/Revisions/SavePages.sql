insert into block_page (story_id, hash, entries)
select * from unnest($1::uuid[], $2::bytea[], $3::bytea[])
on conflict (story_id, hash) do nothing
