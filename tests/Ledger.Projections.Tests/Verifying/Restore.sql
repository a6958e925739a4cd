do $$
declare
  k record;
begin
  set local session_replication_role = replica;
  for k in select * from backup.kept loop
    execute format('delete from %s', k.name);
    execute format('insert into %s (%s) select %s from backup.%I', k.name, k.columns, k.columns, k.copy);
  end loop;
end
$$;
