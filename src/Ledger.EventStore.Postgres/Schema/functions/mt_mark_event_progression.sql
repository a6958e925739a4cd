-- Marten calls this to note how far a projection of its own has come. Made only where it is missing: where Marten has
-- been before us, its own version stays.
do
$do$
begin
  if to_regproc('events.mt_mark_event_progression') is not null then
    return;
  end if;

  create function events.mt_mark_event_progression(name varchar, last_encountered bigint)
  returns void language sql as
  $function$
    insert into events.mt_event_progression (name, last_seq_id, last_updated)
    values ($1, $2, transaction_timestamp())
    on conflict on constraint pk_mt_event_progression
    do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
  $function$;
end
$do$;
