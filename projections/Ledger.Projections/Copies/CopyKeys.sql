create unique index if not exists copy_pkey on copy (id);
create index if not exists copy_story on copy (story_id);
