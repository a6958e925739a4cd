-- For the session that appends. Its statement touches a few rows of each table by their keys, whatever the statistics
-- say, and is not planned anew for each group. Gives the time at which this process of the server began.
select pid_started.backend_start
from (
  select
    set_config('plan_cache_mode', 'force_generic_plan', false),
    set_config('enable_hashjoin', 'off', false),
    set_config('enable_mergejoin', 'off', false),
    set_config('enable_seqscan', 'off', false),
    set_config('jit', 'off', false)
  offset 0
) as settings
cross join (select backend_start from pg_stat_activity where pid = pg_backend_pid()) as pid_started
