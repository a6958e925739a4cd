-- The newest folded state of long streams, one for each format that some version of the program reads. Any row can be
-- deleted at any time: it saves reading, and is made again from the log.
create table if not exists ops.snapshots (
  stream_id  uuid     not null,
  format     integer  not null,
  version    bigint   not null,
  position   bigint   not null,
  state      bytea    not null,
  primary key (stream_id, format)
);
