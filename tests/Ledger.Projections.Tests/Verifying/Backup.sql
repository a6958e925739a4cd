-- A copy of every table that a verification covers, with the functions that alter and restore one.
create schema backup;
create table backup.tampering (what text);
insert into backup.tampering values ('');
create table backup.kept as
  select
    c.oid::regclass::text as name, c.relname::text as copy,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c
  where c.relkind = 'r' and (c.relnamespace = 'read'::regnamespace
    or c.oid in ('events.mt_events'::regclass, 'events.mt_streams'::regclass, 'log.leaves'::regclass));
do $$
declare
  k record;
begin
  for k in select * from backup.kept loop
    execute format('create table backup.%I as select %s from %s', k.copy, k.columns, k.name);
  end loop;
end
$$;
create function backup.other(value anyelement, kind text) returns text language sql as
$f$
  select case kind
    when 'int2' then (value::text::int + 1)::text
    when 'int4' then (value::text::int + 1)::text
    when 'int8' then (value::text::bigint + 1)::text
    when 'bool' then (not value::text::bool)::text
    when 'uuid' then gen_random_uuid()::text
    when 'timestamptz' then (value::text::timestamptz + interval '1 microsecond')::text
    when 'date' then (value::text::date + 1)::text
    when 'bytea' then '\x00' || substr(value::text, 3)
    when 'jsonb' then case jsonb_typeof(value::text::jsonb)
      when 'object' then (value::text::jsonb || '{"altered": 1}')::text else '{"altered": 1}' end
    when 'json' then '{"altered": 1}'
    when '_text' then (value::text::text[] || 'altered'::text)::text
    when '_uuid' then (value::text::uuid[] || gen_random_uuid())::text
    else value::text || 'x'
  end
$f$;
