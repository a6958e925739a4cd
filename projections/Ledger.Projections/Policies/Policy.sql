-- Every version of the house policy, which is one stream.
create table if not exists policy (
  version integer not null,
  policy json not null,
  reason text,
  position bigint not null,
  actor text not null,
  actor_name text,
  occurred_at timestamptz not null
);
