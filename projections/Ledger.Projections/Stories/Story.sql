-- Every story as it is now, one row a story.
create table if not exists story (
  id uuid not null,
  slug text not null,
  status text not null,
  notice text,
  -- The number of published states so far.
  revision integer not null,
  version bigint not null,
  position bigint not null,
  corrections integer not null,
  headline text not null,
  -- Words as they are written; no language's stems, since stories are in many.
  headline_words tsvector generated always as (to_tsvector('simple', headline)) stored,
  standfirst text,
  section text,
  language text not null,
  article jsonb not null,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  constraint story_pkey primary key (id)
);

create index if not exists story_published on story (published_at, id);
create index if not exists story_headline_words on story using gin (headline_words);
