-- The logs of others that this newsroom witnesses: what it has cosigned last of each, and the note with the
-- cosignatures that it gave. No row is ever removed, since a witness that forgets would cosign another history.
create table if not exists ops.witnessed_log (
  origin       text         primary key,
  added_at     timestamptz  not null,
  size         bigint       not null default 0,
  note         text,
  cosigned_at  timestamptz
);
