-- Marks what the new revisions of some stories have overtaken: $2 is the first new one, $3 the
-- earliest time of all new ones.
update revision r set overtaken = true
from unnest($1::uuid[], $2::int[], $3::timestamptz[]) as new (story_id, first, earliest)
where r.story_id = new.story_id and r.revision < new.first and r.occurred_at >= new.earliest and not r.overtaken
