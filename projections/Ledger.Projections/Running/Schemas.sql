-- A session can remember for a while that a schema is not there; reading the catalogue makes it look again, so that
-- one who has waited for the lock sees what its last holder has made.
do $$
begin
  if not exists (select from pg_namespace where nspname = 'read') then
    create schema read;
  end if;

  if not exists (select from pg_namespace where nspname = 'ops') then
    create schema ops;
  end if;
end
$$
