-- Every public change of every story: the facts, from which pages and feeds make their sentences.
create table if not exists changelog (
  story_id uuid not null,
  version bigint not null,
  event_id uuid not null,
  position bigint not null,
  -- The published state that the change led to; a new address leads to none, and has the one it found.
  revision integer not null,
  type text not null,
  actor text not null,
  actor_name text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  facts json not null,
  -- Whether it may alter what the story says and does not say so as it must; counted by the status.
  unexplained boolean not null
);
