-- The drafts of corrections, each as it is now. Not for the public.
create table if not exists draft (
  id uuid not null,
  story_id uuid not null,
  status text not null,
  drafted_by text not null,
  approved_by text,
  publish_at timestamptz,
  due_at timestamptz,
  -- Whether it is public and lacks the approval of a second person.
  lacks_approval boolean not null,
  state json not null,
  version bigint not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null
);
