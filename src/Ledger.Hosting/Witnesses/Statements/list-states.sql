select vkey, checkpoint, asked_at, not_before, failures, outcome, reason, size from ops.witness_state
