-- Read models with new tables, which have none of the log yet.
with registered as (
  insert into read_model (name, version) select name, version from unnest($1::text[], $2::int[]) as new (name, version)
)
insert into mt_event_progression (name, last_seq_id, last_updated)
select name || ':All', 0, transaction_timestamp() from unnest($1::text[]) as new (name)
on conflict (name) do nothing
