-- Read models with new tables, which contain the log up to position $3; those that are noted already stay as they are.
with registered as (
  insert into read_model (name, version) select name, version from unnest($1::text[], $2::int[]) as new (name, version)
  on conflict (name) do nothing
)
insert into mt_event_progression (name, last_seq_id, last_updated)
select name || ':All', $3, transaction_timestamp() from unnest($1::text[]) as new (name)
on conflict (name) do nothing
