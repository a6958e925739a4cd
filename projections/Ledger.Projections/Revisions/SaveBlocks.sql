insert into block (hash, body)
select hash, body::json from unnest($1::bytea[], $2::text[]) as row (hash, body)
on conflict (hash) do nothing
