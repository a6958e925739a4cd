insert into revision (
  story_id, revision, version, position, type, status, notice,
  headline, standfirst, section, language, dateline, credits, blocks, depth, entries,
  reason, actor, actor_name, occurred_at, recorded_at, overtaken)
select * from unnest(
  $1::uuid[], $2::int[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[],
  $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::json[], $14::int[], $15::smallint[], $16::bytea[],
  $17::text[], $18::text[], $19::text[], $20::timestamptz[], $21::timestamptz[], $22::bool[])
