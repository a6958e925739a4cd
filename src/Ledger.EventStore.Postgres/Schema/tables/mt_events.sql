-- The log, as Marten makes it with correlation, causation, headers and user name switched on.
-- The default of "timestamp" is a quoted string there, which PostgreSQL turns into the time at which the table was
-- made: whoever appends has to write it.
create table if not exists events.mt_events (
  seq_id          bigint        not null constraint pkey_mt_events_seq_id primary key,
  id              uuid          not null,
  stream_id       uuid          constraint fkey_mt_events_stream_id
                                references events.mt_streams (id) on delete cascade,
  version         bigint        not null,
  data            jsonb         not null,
  bdata           bytea,
  type            varchar(500)  not null,
  "timestamp"     timestamptz   not null default '(now())',
  tenant_id       varchar       default '*DEFAULT*',
  mt_dotnet_type  varchar,
  correlation_id  varchar,
  causation_id    varchar,
  headers         jsonb,
  user_name       varchar,
  is_archived     bool          default false
);
