-- The fixes of a status, those that wait for longest first.
select f.id, f.state, f.version, f.begun_at, f.proposed_by_name, s.slug, s.headline, s.language, s.section, s.version
from read.fix f join read.story s on s.id = f.story_id
where f.status = $1
order by f.changed_at, f.id
limit $2
