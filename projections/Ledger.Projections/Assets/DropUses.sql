-- Pictures that stories ($1) no longer have in a block ($2).
delete from asset_use u using unnest($1::uuid[], $2::text[]) as gone (story_id, block_id)
where u.story_id = gone.story_id and u.block_id = gone.block_id
