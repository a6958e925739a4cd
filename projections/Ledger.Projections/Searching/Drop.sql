-- Passages that stories ($1) no longer have, since they have so many ($2) now.
delete from passage p using unnest($1::uuid[], $2::int[]) as kept (story_id, passages)
where p.story_id = kept.story_id and p.number >= kept.passages
