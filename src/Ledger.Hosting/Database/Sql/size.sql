-- How much room the log takes with its indexes, and the whole database with its read models.
select
  (
    select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('events', 'log') and c.relkind = 'r'
  ),
  pg_database_size(current_database())
