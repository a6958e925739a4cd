-- What happened to each report and when, one row an event. The facts are those of the desk, never the reporter's words.
create table if not exists report_step (
  report_id uuid not null,
  version bigint not null,
  type text not null,
  facts json,
  actor text not null,
  actor_name text,
  occurred_at timestamptz not null
);
