-- The name of this newsroom as a witness, which stands in every cosignature and never changes: one row.
create table if not exists ops.witness_identity (
  id    smallint  primary key default 1 check (id = 1),
  name  text      not null
);
