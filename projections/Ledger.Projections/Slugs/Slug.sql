-- Every address that a story has or had. An address never changes its story, so that old links work for ever.
create table if not exists slug (
  slug text not null,
  story_id uuid not null,
  -- Whether the story has it now; all others lead to the one that is.
  current boolean not null,
  constraint slug_pkey primary key (slug)
);

create index if not exists slug_story on slug (story_id);
