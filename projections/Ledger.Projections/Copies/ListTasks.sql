-- What is owed to copies: each correction of a story for each copy that it had then and still has, and
-- what is settled. The oldest come first.
-- Only those that are open where $1, of the correction $2 where it is not null; at most $3.
select
  c.id, c.version, c.kind, c.publisher, c.language, c.address,
  k.id, k.class, k.severity, k.note, k.occurred_at, k.position,
  s.id, s.slug, s.headline,
  t.outcome, t.reason
from read.copy c
join read.correction k on k.story_id = c.story_id and k.position > c.linked_position
join read.story s on s.id = c.story_id
left join read.copy_settlement t on t.copy_id = c.id and t.correction_id = k.id
where (c.unlinked_reason is null or t.outcome is not null)
  and (not $1 or t.outcome is null)
  and ($2 is null or k.id = $2)
order by k.position, c.linked_position
limit $3
