create unique index if not exists correction_pkey on correction (id);
create index if not exists correction_occurred on correction (occurred_at, position);
create index if not exists correction_words on correction using gin (words);
create index if not exists correction_story on correction (story_id, position);
