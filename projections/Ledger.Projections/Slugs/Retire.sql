update slug set current = false where story_id = any($1) and current
