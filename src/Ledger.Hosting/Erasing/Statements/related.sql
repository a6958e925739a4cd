-- The streams that speak of a story: its drafts, reports, fixes and copies. $1 the story's id.
SELECT DISTINCT e.stream_id
FROM events.mt_events e JOIN events.mt_streams s ON s.id = e.stream_id
WHERE s.type <> 'story' AND position($1 IN e.data::text) > 0
