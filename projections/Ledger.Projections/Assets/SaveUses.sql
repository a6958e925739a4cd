insert into asset_use (asset_id, story_id, block_id, url, caption, credit, alt, place)
select * from unnest(
  $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[])
on conflict (story_id, block_id) do update set
  asset_id = excluded.asset_id,
  url = excluded.url,
  caption = excluded.caption,
  credit = excluded.credit,
  alt = excluded.alt,
  place = excluded.place
