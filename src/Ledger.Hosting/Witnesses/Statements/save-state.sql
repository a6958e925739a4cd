-- $1 the vkey, $2 the number of the checkpoint, $3 when it was asked, $4 when it may be asked again, $5 failures in a
-- row, $6 the outcome, $7 why, $8 the size
insert into ops.witness_state (vkey, checkpoint, asked_at, not_before, failures, outcome, reason, size)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (vkey) do update set
  checkpoint = excluded.checkpoint, asked_at = excluded.asked_at, not_before = excluded.not_before,
  failures = excluded.failures, outcome = excluded.outcome, reason = excluded.reason, size = excluded.size
