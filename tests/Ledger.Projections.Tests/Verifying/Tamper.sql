-- Alters one value of one row of one table, or removes the row, all by chance, of which the seed is set before.
do $$
declare
  k record;
  place tid;
  a record;
  filled boolean;
begin
  set local session_replication_role = replica;
  loop
    select * into k from backup.kept order by random() limit 1;
    execute format('select ctid from %s order by random() limit 1', k.name) into place;
    if random() < 0.15 then
      execute format('delete from %s where ctid = $1', k.name) using place;
      update backup.tampering set what = format('a row of %s was removed', k.name);
      exit;
    end if;

    select attname, t.typname into a
    from pg_attribute join pg_type t on t.oid = atttypid
    where attrelid = k.name::regclass and attnum > 0 and attgenerated = '' and not attisdropped
      and attname <> 'mt_dotnet_type' and not (k.name = 'events.mt_streams' and attname = 'type')
    order by random() limit 1;
    execute format('select %I is not null from %s where ctid = $1', a.attname, k.name) into filled using place;
    if filled then
      begin
        execute format(
          'update %1$s set %2$I = backup.other(%2$I, %3$L)::text::%4$s where ctid = $1',
          k.name, a.attname, a.typname, format_type((select atttypid from pg_attribute
            where attrelid = k.name::regclass and attname = a.attname), null)) using place;
        update backup.tampering set what = format('%s of %s', a.attname, k.name);
        exit;
      exception
        when unique_violation then null;
      end;
    end if;
  end loop;
end
$$;
