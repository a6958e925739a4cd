copy slug (slug, story_id, current) from stdin (format binary)
