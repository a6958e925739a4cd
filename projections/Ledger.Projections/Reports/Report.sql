-- Every report of an error as it is now, one row a report. Who reported it is not here.
create table if not exists report (
  id uuid not null,
  story_id uuid not null,
  -- The state of the story that the reporter read.
  revision integer not null,
  quote json,
  text text not null,
  evidence text,
  source text not null,
  has_contact boolean not null,
  status text not null,
  class text,
  severity text,
  owner text,
  due_at timestamptz not null,
  reason text,
  correction_id uuid,
  merged_into uuid,
  version bigint not null,
  position bigint not null,
  received_at timestamptz not null,
  changed_at timestamptz not null
);
