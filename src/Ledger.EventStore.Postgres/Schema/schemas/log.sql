-- The Merkle log over all events, by which auditors prove that none was altered.
do
$do$
begin
  if not exists (select from pg_namespace where nspname = 'log') then
    create schema log;
  end if;
end
$do$;
