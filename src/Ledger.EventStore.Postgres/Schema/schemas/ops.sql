-- What is neither the log nor read from it: keys, commands, snapshots, accounts, tokens.
do
$do$
begin
  if not exists (select from pg_namespace where nspname = 'ops') then
    create schema ops;
  end if;
end
$do$;
