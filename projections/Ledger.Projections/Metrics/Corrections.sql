-- Each correction that went out from $1 on and before $2, the latest first, $3 at most.
select c.story_id, c.class, s.section, c.claims, c.revision, c.occurred_at
from read.correction c join read.story s on s.id = c.story_id
where c.occurred_at >= $1 and c.occurred_at < $2
order by c.occurred_at desc, c.position desc
limit $3
