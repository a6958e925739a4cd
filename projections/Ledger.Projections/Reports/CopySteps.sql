copy report_step (report_id, version, type, facts, actor, actor_name, occurred_at) from stdin (format binary)
