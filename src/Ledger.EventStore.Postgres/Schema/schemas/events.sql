-- The log, in the tables that Marten 9 makes, so that either can open what the other has written.
-- A session can remember for a while that a schema is not there; reading the catalogue makes it look again, so that
-- one who has waited for the lock sees what its last holder has made.
do
$do$
begin
  if not exists (select from pg_namespace where nspname = 'events') then
    create schema events;
  end if;
end
$do$;
