select story_id, revision from correction_revision where story_id = any($1)
