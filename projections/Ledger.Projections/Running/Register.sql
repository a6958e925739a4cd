-- A read model with new tables, which has none of the log yet.
with registered as (insert into read_model (name, version) values ($1, $2))
insert into mt_event_progression (name, last_seq_id, last_updated)
values ($1 || ':All', 0, transaction_timestamp())
on conflict (name) do nothing
