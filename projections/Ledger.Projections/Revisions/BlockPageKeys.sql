create unique index if not exists block_page_pkey on block_page (story_id, hash);
