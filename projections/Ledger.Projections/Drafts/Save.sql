insert into draft (
  id, story_id, status, drafted_by, approved_by, publish_at, due_at, lacks_approval, state, version,
  begun_at, changed_at)
select * from unnest(
  $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::boolean[],
  $9::json[], $10::bigint[], $11::timestamptz[], $12::timestamptz[])
on conflict (id) do update set
  status = excluded.status,
  approved_by = excluded.approved_by,
  publish_at = excluded.publish_at,
  due_at = excluded.due_at,
  lacks_approval = excluded.lacks_approval,
  state = excluded.state,
  version = excluded.version,
  changed_at = excluded.changed_at
