insert into correction (
  id, story_id, class, severity, note, claims, places, revision, position,
  actor, actor_name, occurred_at, recorded_at, apology, review, config)
select * from unnest(
  $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::json[], $7::json[], $8::int[], $9::bigint[],
  $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[],
  $14::boolean[], $15::json[], $16::text[])
