create unique index if not exists passage_pkey on passage (story_id, number);
create index if not exists passage_words on passage using gin (words);
