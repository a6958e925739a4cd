copy asset_use (asset_id, story_id, block_id, url, caption, credit, alt, place) from stdin (format binary)
