-- Statistics of the rebuilt tables, which move with them, so that the first reader has good plans. A small sample is
-- enough for tables that are read by their keys, until the server takes one of its own.
do $$
declare
  rebuilt text;
begin
  perform set_config('default_statistics_target', '10', true);
  for rebuilt in select tablename from pg_tables where schemaname = 'read_rebuild' loop
    execute format('analyze read_rebuild.%I', rebuilt);
  end loop;
end
$$
