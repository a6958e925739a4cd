-- What is missing of the walls that PostgreSQL itself keeps round the log: keys, triggers with the function that they
-- call, and that nobody but its owner may alter a table of the log.
-- $1 the tables that are only ever appended to, $2 the functions that guard them, $3 the body of each.
with
tables as (
  select name, to_regclass(name) as oid from unnest($1) as kept (name)
)
select t.name, 'is not there'
from tables t
where t.oid is null
union all
select t.name, 'has no trigger that refuses to alter or remove rows'
from tables t
where t.oid is not null and not exists (
  select from pg_trigger g
  join pg_proc p on p.oid = g.tgfoid
  where g.tgrelid = t.oid and g.tgname = 'append_only' and g.tgenabled in ('O', 'A')
    -- BEFORE (2), UPDATE (16), DELETE (8), TRUNCATE (32), for each statement, without a condition.
    and g.tgtype = 58 and g.tgqual is null and g.tgattr = ''
    and p.proname = 'refuse_rewriting' and p.pronamespace = to_regnamespace('events'))
union all
select f.name, 'does not do what it is there for'
from unnest($2::text[], $3::text[]) as f (name, body)
where to_regnamespace(split_part(f.name, '.', 1)) is not null and not exists (
  select from pg_proc p
  where p.proname = split_part(f.name, '.', 2) and p.pronamespace = to_regnamespace(split_part(f.name, '.', 1))
    and btrim(p.prosrc, E' \n') = f.body)
union all
select 'log.erase', format('can be called by %s', coalesce(r.rolname::text, 'everybody'))
from pg_proc p
cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
left join pg_roles r on r.oid = a.grantee
where p.pronamespace = to_regnamespace('log') and p.proname = 'erase' and a.grantee <> p.proowner
union all
select t.name, 'has no valid primary key'
from tables t
where t.oid is not null and not exists (
  select from pg_index i where i.indrelid = t.oid and i.indisprimary and i.indisvalid)
union all
select 'events.mt_events', 'has no unique index on stream and version'
where to_regclass('events.mt_events') is not null and not exists (
  select from pg_index i
  where i.indrelid = to_regclass('events.mt_events') and i.indisunique and i.indisvalid and i.indpred is null
    and array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality k (number, at)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number order by k.at)
      = array['stream_id', 'version'])
union all
select
  t.name,
  format('can be altered by %s, who may %s', coalesce(r.rolname::text, 'everybody'), lower(a.privilege_type))
from tables t
join pg_class c on c.oid = t.oid
cross join lateral aclexplode(c.relacl) a
left join pg_roles r on r.oid = a.grantee
where a.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER') and a.grantee <> c.relowner
order by 1, 2
