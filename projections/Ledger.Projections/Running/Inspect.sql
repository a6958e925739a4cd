-- What the database knows of read model $1, and how many of its tables ($2) are there.
select
  (select version from read_model where name = $1),
  (select last_seq_id from mt_event_progression where name = $1 || ':All'),
  (select count(*) from pg_tables where schemaname = 'read' and tablename = any($2))
