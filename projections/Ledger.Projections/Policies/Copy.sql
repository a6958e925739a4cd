copy policy (version, policy, reason, position, actor, actor_name, occurred_at) from stdin (format binary)
