copy passage (story_id, number, title, body, config) from stdin (format binary)
