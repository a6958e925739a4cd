create unique index if not exists revision_pkey on revision (story_id, revision);
create index if not exists revision_at on revision (story_id, occurred_at) where not overtaken;
create index if not exists revision_position on revision (story_id, position);
