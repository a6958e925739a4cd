-- Holds every table that was made anew against the one that readers see, row by row, and notes where they differ.
-- Rows are found by the unique key of the table, and equal when their text is.
create temporary table difference (place text, what text) on commit drop;
do $$
declare
  fresh record;
  keys text;
  named text;
begin
  for fresh in
    select c.relname as name, (
        select i.indkey::int2[] from pg_index i
        where i.indrelid = c.oid and i.indisunique and i.indpred is null and i.indexprs is null
        order by i.indisprimary desc, i.indexrelid limit 1) as columns, c.oid
    from pg_class c
    where c.relnamespace = 'read_rebuild'::regnamespace and c.relkind = 'r' and c.relname not in (
      'read_model', 'mt_event_progression', 'projection_error', 'rebuild_plan', 'rebuild_span')
    order by c.relname
  loop
    if to_regclass(format('read.%I', fresh.name)) is null then
      insert into difference values (format('read.%s', fresh.name), 'is not there');
      continue;
    end if;

    select string_agg(format('%I', a.attname), ', '), string_agg(format('%L, %I', a.attname, a.attname), ', ')
    into keys, named
    from pg_attribute a
    where a.attrelid = fresh.oid and a.attnum = any (fresh.columns);

    execute format($compare$
      insert into difference
      select
        format('read.%%s %%s', %L, jsonb_build_object(%s)),
        case
          when seen::text is null then 'is missing'
          when made::text is null then 'is there, and no event says so'
          else format('has another value than the events give in %%s', (
            select string_agg(key, ', ' order by key)
            from jsonb_each(to_jsonb(seen)) s full join jsonb_each(to_jsonb(made)) m using (key)
            where s.value is distinct from m.value))
        end
      from read.%I seen
      full join read_rebuild.%I made using (%s)
      where seen::text is distinct from made::text
      order by 1
      limit 1000
    $compare$, fresh.name, named, fresh.name, fresh.name, keys);
  end loop;
end
$$;

-- Addresses are taken in the append, by a note that stands beside the log; whoever holds one is its story.
insert into difference
select
  format('ops.stream_keys slug:%s', coalesce(made.slug, substr(held.key, 6))),
  case
    when held.key is null then 'is missing'
    when made.slug is null then 'is there, and no event says so'
    else 'has another stream than the events give'
  end
from (select * from ops.stream_keys where key like 'slug:%') held
full join read_rebuild.slug made on held.key = 'slug:' || made.slug
where held.stream_id is distinct from made.story_id
order by 1
limit 1000;

insert into difference
select format('the read model ''%s''', name), format(
  'has version %s in the database and %s in this program', coalesce(r.version::text, 'no'), m.version)
from read_rebuild.read_model m
left join ops.read_model r using (name)
where r.version is distinct from m.version
