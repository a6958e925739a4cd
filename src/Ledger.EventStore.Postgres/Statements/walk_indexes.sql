-- For one transaction: no sort of whole events and no pass over all of the log, which the planner would choose for a
-- part of it while it has no statistics, as after an import.
select
  set_config('enable_sort', 'off', true),
  set_config('enable_seqscan', 'off', true),
  set_config('enable_bitmapscan', 'off', true)
