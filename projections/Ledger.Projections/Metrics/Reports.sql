-- The times of each report that was received from $1 on and before $2.
select
  r.class, s.section, r.source, r.status, r.received_at,
  (select min(t.occurred_at) from read.report_step t
   where t.report_id = r.id and t.type in ('report_triaged', 'report_closed')),
  (select min(t.occurred_at) from read.report_step t where t.report_id = r.id and t.type = 'report_closed'),
  c.occurred_at
from read.report r
join read.story s on s.id = r.story_id
left join read.correction c on c.id = r.correction_id
where r.received_at >= $1 and r.received_at < $2
order by r.received_at, r.id
