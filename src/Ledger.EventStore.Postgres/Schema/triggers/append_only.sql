-- A second wall behind the program: appending is all that can be done to the log, by Marten as well. Made only where
-- it is missing, because replacing it would wait for every append that is under way.
do
$do$
declare
  kept regclass;
begin
  foreach kept in array array[
    'events.mt_events', 'log.leaves', 'log.tiles', 'log.checkpoints', 'log.identity', 'log.erased',
    'log.cosignatures', 'log.refusals']::regclass[] loop
    if not exists (select from pg_trigger where tgrelid = kept and tgname = 'append_only') then
      execute format(
        'create trigger append_only before update or delete or truncate on %s '
        'for each statement execute function events.refuse_rewriting()', kept);
    end if;
  end loop;
end
$do$;
