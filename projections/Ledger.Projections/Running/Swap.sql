-- Puts the rebuilt tables in the place of the old ones, and their versions and checkpoints with them.
-- Readers wait while it runs, in whatever order they take their locks. Each lock is therefore given up again long
-- before PostgreSQL would look for a deadlock (one second) and fail a reader; the rebuild then tries again.
do $$
declare
  rebuilt text[] := array(
    select tablename from pg_tables
    where schemaname = 'read_rebuild' and tablename not in (
      'read_model', 'mt_event_progression', 'projection_error', 'rebuild_plan', 'rebuild_span'));
  name text;
begin
  perform set_config('lock_timeout', '80ms', true);
  foreach name in array rebuilt loop
    if to_regclass(format('read.%I', name)) is not null then
      execute format('lock table read.%I in access exclusive mode', name);
    end if;
  end loop;

  foreach name in array rebuilt loop
    execute format('drop table if exists read.%I', name);
    execute format('alter table read_rebuild.%I set schema read', name);
  end loop;

  insert into ops.read_model select * from read_rebuild.read_model
  on conflict on constraint read_model_pkey do update set version = excluded.version;

  insert into events.mt_event_progression (name, last_seq_id, last_updated)
  select p.name, p.last_seq_id, transaction_timestamp() from read_rebuild.mt_event_progression p
  on conflict on constraint pk_mt_event_progression do update
  set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated;

  delete from ops.projection_error e using read_rebuild.read_model m where e.name = m.name;
  drop schema read_rebuild cascade;
end
$$
