-- A follower that is new begins after position $2, or at the end of the log where $2 is null.
insert into ops.follower (name, position)
values ($1, coalesce($2, (select coalesce(max(seq_id), 0) from events.mt_events)))
on conflict (name) do nothing
