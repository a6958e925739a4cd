-- Refuses a statement that would alter or remove what the log holds. LG001 is this project's own error class.
create or replace function events.refuse_rewriting() returns trigger language plpgsql as
$function$
begin
  raise exception 'The log is append-only: % on %.% is refused.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'LG001',
          hint = 'What is wrong in the log is put right by a new event.';
end
$function$;
