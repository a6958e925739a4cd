-- Every published state of every story. Its blocks are in the table "block", so that a state costs the length of
-- its list of hashes and the blocks that are new, and any state is one read, whatever its age.
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
  credits jsonb not null,
  -- The hashes of the article's blocks, in order.
  blocks bytea[] not null,
  reason text,
  actor text not null,
  actor_name text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  -- Whether a later revision is said to have gone out no later than this one. What is not overtaken is in the order
  -- of time and of revisions alike, so that the state at a time is one step in an index.
  overtaken boolean not null,
  constraint revision_pkey primary key (story_id, revision)
);

create index if not exists revision_at on revision (story_id, occurred_at) where not overtaken;

-- Hashes do not compress; not to try saves the time.
alter table revision alter column blocks set storage external;
