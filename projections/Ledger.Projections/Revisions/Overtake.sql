-- Marks those revisions of some stories that new ones, which are not there yet, overtake; $2 is the earliest time that
-- the new ones of each claim.
update revision r set overtaken = true
from unnest($1::uuid[], $2::timestamptz[]) as new (story_id, earliest)
where r.story_id = new.story_id and r.occurred_at >= new.earliest and not r.overtaken
