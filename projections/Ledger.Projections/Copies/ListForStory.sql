-- The copies of the story $1, in the order in which they were linked.
select id, story_id, kind, publisher, language, address, version, unlinked_reason, linked_at
from read.copy
where story_id = $1
order by linked_position
