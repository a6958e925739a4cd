-- Every checkpoint that was signed, numbered without a gap: how many leaves, their root, and the signed note itself.
create table if not exists log.checkpoints (
  number        bigint       primary key,
  size          bigint       not null,
  root          bytea        not null,
  note          text         not null,
  published_at  timestamptz  not null
);
