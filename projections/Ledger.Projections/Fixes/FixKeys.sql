create unique index if not exists fix_pkey on fix (id);
create index if not exists fix_status on fix (status, changed_at);
