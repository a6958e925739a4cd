copy blame (story_id, part, revision, runs) from stdin (format binary)
