-- The keys that may sign a log that is witnessed. One that is stopped is not believed any more.
create table if not exists ops.witnessed_key (
  vkey        text         primary key,
  origin      text         not null references ops.witnessed_log (origin),
  added_at    timestamptz  not null,
  stopped_at  timestamptz
);
create index if not exists witnessed_key_origin on ops.witnessed_key (origin);
