insert into fix (id, story_id, status, proposed_by, proposed_by_name, state, version, begun_at, changed_at)
select * from unnest(
  $1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::json[], $7::bigint[], $8::timestamptz[],
  $9::timestamptz[])
on conflict (id) do update set
  status = excluded.status,
  state = excluded.state,
  version = excluded.version,
  changed_at = excluded.changed_at
