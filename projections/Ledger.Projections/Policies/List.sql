-- The newest versions of the policy first.
select version, policy, reason, position, actor, actor_name, occurred_at
from read.policy
order by version desc
limit $1
