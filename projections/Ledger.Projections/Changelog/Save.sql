insert into changelog (
  story_id, version, event_id, position, revision, type, actor, actor_name, occurred_at, recorded_at, facts,
  unexplained)
select * from unnest(
  $1::uuid[], $2::bigint[], $3::uuid[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[],
  $9::timestamptz[], $10::timestamptz[], $11::json[], $12::boolean[])
