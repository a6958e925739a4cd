-- One row for each stream, as Marten makes it for Guid identities and a single tenant.
create table if not exists events.mt_streams (
  id            uuid         not null constraint pkey_mt_streams_id primary key,
  type          varchar,
  version       bigint,
  "timestamp"   timestamptz  not null default now(),
  created       timestamptz  not null default now(),
  tenant_id     varchar      default '*DEFAULT*',
  is_archived   bool         default false
);
