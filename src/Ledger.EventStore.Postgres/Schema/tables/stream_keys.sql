-- Names that streams have taken for themselves, for ever: a slug that is given up still leads to its story.
create table if not exists ops.stream_keys (
  key        text  primary key,
  stream_id  uuid  not null
);
