create unique index if not exists report_pkey on report (id);
create index if not exists report_due on report (due_at, id) where status in ('received', 'triaged');
create index if not exists report_changed on report (changed_at, id);
create index if not exists report_story on report (story_id, received_at);
