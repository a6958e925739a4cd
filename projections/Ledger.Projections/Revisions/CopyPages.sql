copy block_page (story_id, hash, entries) from stdin (format binary)
