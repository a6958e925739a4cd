insert into report (
  id, story_id, revision, quote, text, evidence, source, has_contact, status, class, severity, owner, due_at,
  reason, correction_id, merged_into, version, position, received_at, changed_at)
select * from unnest(
  $1::uuid[], $2::uuid[], $3::int[], $4::json[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::text[],
  $10::text[], $11::text[], $12::text[], $13::timestamptz[], $14::text[], $15::uuid[], $16::uuid[], $17::bigint[],
  $18::bigint[], $19::timestamptz[], $20::timestamptz[])
on conflict (id) do update set
  has_contact = excluded.has_contact,
  status = excluded.status,
  class = excluded.class,
  severity = excluded.severity,
  owner = excluded.owner,
  due_at = excluded.due_at,
  reason = excluded.reason,
  correction_id = excluded.correction_id,
  merged_into = excluded.merged_into,
  version = excluded.version,
  position = excluded.position,
  changed_at = excluded.changed_at
