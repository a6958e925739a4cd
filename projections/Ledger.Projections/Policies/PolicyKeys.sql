create unique index if not exists policy_pkey on policy (version);
