create unique index if not exists story_pkey on story (id);
create index if not exists story_published on story (published_at, id);
