create unique index if not exists report_step_pkey on report_step (report_id, version);
