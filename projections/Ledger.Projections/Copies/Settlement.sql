-- What became of a correction in a copy.
create table if not exists copy_settlement (
  copy_id uuid not null,
  correction_id uuid not null,
  outcome text not null,
  reason text
);
