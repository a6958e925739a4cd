-- Every address that a story has or had. An address never changes its story, so that old links work for ever.
create table if not exists slug (
  slug text not null,
  story_id uuid not null,
  -- Whether the story has it now; all others lead to the one that is.
  current boolean not null
);
