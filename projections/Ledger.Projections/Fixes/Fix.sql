-- Minor fixes that need a second person, each as it is now. Not for the public.
create table if not exists fix (
  id uuid not null,
  story_id uuid not null,
  status text not null,
  proposed_by text not null,
  proposed_by_name text,
  state json not null,
  version bigint not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null
);
