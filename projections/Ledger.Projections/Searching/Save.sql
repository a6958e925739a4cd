insert into passage (story_id, number, title, body, config)
select * from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[])
on conflict (story_id, number) do update set
  title = excluded.title,
  body = excluded.body,
  config = excluded.config
