insert into copy (
  id, story_id, kind, publisher, language, address, version, linked_position, unlinked_reason, linked_at)
select * from unnest(
  $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::text[],
  $10::timestamptz[])
on conflict (id) do update set version = excluded.version, unlinked_reason = excluded.unlinked_reason
