-- Everything that can be told of a schema, a line each, in a fixed order.
with relations as (
  select c.oid, c.relname, c.relkind from pg_class c where c.relnamespace = 'events'::regnamespace
),
lines (kind, owner, nth, line) as (
  select 'table', r.relname::text, a.attnum::int,
    format('column %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(' default ' || regexp_replace(
        pg_get_expr(d.adbin, d.adrelid), '''\d{4}-.*''::timestamp', '''(frozen)''::timestamp'), ''))
  from relations r
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
  where r.relkind = 'r'
  union all
  select 'table', r.relname, 1000, format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid))
  from relations r join pg_constraint k on k.conrelid = r.oid
  union all
  select 'table', r.relname, 2000, pg_get_indexdef(i.indexrelid)
  from relations r join pg_index i on i.indrelid = r.oid
  union all
  select 'table', r.relname, 3000, pg_get_triggerdef(t.oid)
  from relations r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
  union all
  select 'sequence', r.relname, 0,
    format('%s start %s increment %s owned by %s.%s', format_type(s.seqtypid, null), s.seqstart, s.seqincrement,
      d.refobjid::regclass, a.attname)
  from relations r
  join pg_sequence s on s.seqrelid = r.oid
  join pg_depend d on d.objid = r.oid and d.deptype = 'a'
  join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
  union all
  select 'function', p.proname, 0,
    format('(%s) returns %s', pg_get_function_arguments(p.oid), pg_get_function_result(p.oid))
  from pg_proc p where p.pronamespace = 'events'::regnamespace
)
select string_agg(format('%s %s: %s', kind, owner, line), e'\n' order by kind, owner, nth, line) from lines
