create unique index if not exists blame_pkey on blame (story_id, part, revision);
