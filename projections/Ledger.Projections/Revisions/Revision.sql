-- Every published state of every story. Its blocks are in the table "block", so that a state costs a short list of
-- hashes and the blocks that are new, and any state is one read, whatever its age.
create table if not exists revision (
  story_id uuid not null,
  revision integer not null,
  version bigint not null,
  position bigint not null,
  type text not null,
  status text not null,
  notice text,
  headline text not null,
  standfirst text,
  section text,
  language text not null,
  dateline text,
  credits json not null,
  -- How many blocks the article has.
  blocks integer not null,
  -- How often the list of their hashes was cut into pages, and what is left then: at most 32 hashes of 16 bytes each,
  -- of blocks when it was not cut, else of pages.
  depth smallint not null,
  entries bytea not null,
  reason text,
  actor text not null,
  actor_name text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  -- Whether a later revision is said to have gone out no later than this one. What is not overtaken is in the order
  -- of time and of revisions alike, so that the state at a time is one step in an index.
  overtaken boolean not null
);
