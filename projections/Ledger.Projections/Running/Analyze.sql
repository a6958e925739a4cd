-- Statistics of the rebuilt tables, which move with them, so that the first reader has good plans.
do $$
declare
  rebuilt text;
begin
  for rebuilt in select tablename from pg_tables where schemaname = 'read_rebuild' loop
    execute format('analyze read_rebuild.%I', rebuilt);
  end loop;
end
$$
