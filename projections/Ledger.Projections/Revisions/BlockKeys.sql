create unique index if not exists block_pkey on block (story_id, hash);
