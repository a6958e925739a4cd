create unique index if not exists draft_pkey on draft (id);
create index if not exists draft_status on draft (status, changed_at);
create index if not exists draft_story on draft (story_id);
