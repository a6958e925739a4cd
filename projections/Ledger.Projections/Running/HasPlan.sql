select to_regclass('rebuild_plan') is not null
