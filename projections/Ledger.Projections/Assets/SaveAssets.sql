insert into asset (
  id, url, caption, credit, alt, awaiting, exceptions, due, state, version, registered_at, changed_at)
select * from unnest(
  $1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::uuid[], $9::json[],
  $10::bigint[], $11::timestamptz[], $12::timestamptz[])
on conflict (id) do update set
  caption = excluded.caption,
  credit = excluded.credit,
  alt = excluded.alt,
  awaiting = excluded.awaiting,
  exceptions = excluded.exceptions,
  due = excluded.due,
  state = excluded.state,
  version = excluded.version,
  changed_at = excluded.changed_at
