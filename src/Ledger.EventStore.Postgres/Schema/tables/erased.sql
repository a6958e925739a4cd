-- Which members of events were erased by law: the commitment that the leaf keeps, the SHA-256 of what is left in
-- canonical JSON, and the position of the event that ordered it.
create table if not exists log.erased (
  position    bigint  not null,
  part        text    not null check (part in ('data', 'headers')),
  member      text    not null,
  ordered_by  bigint  not null,
  commitment  bytea   not null,
  digest      bytea   not null,
  primary key (position, part, member, ordered_by)
);
