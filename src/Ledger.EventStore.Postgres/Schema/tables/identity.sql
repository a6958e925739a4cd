-- The origin of the log, which stands in every checkpoint and never changes: one row.
create table if not exists log.identity (
  id      smallint  primary key default 1 check (id = 1),
  origin  text      not null
);
