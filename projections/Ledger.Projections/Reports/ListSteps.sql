select version, type, facts, actor, actor_name, occurred_at
from read.report_step
where report_id = $1
order by version
