-- The read models whose tables are there, and which version of each filled them.
create table if not exists read_model (
  name text not null,
  version integer not null,
  constraint read_model_pkey primary key (name)
)
