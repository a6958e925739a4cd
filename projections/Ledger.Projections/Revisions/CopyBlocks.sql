copy block (story_id, hash, body) from stdin (format binary)
