-- The event that a read model cannot get past, since when, and why. The row goes when it has got past.
create table if not exists projection_error (
  name text not null,
  position bigint not null,
  message text not null,
  at timestamptz not null,
  constraint projection_error_pkey primary key (name)
)
