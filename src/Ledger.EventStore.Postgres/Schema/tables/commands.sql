-- What each command came to that a caller asked for under a name: so it happens once, however often it is asked for.
create table if not exists ops.commands (
  id           text    primary key,
  fingerprint  bytea   not null,
  stream_id    uuid    not null,
  version      bigint  not null,
  position     bigint  not null
);
