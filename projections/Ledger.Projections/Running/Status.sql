-- The head of the log and where each of some read models stands, as one moment shows it.
select
  m.name, p.last_seq_id, e.position, e.message,
  (select coalesce(max(seq_id), 0) from events.mt_events) as head
from ops.read_model m
join events.mt_event_progression p on p.name = m.name || ':All'
left join ops.projection_error e on e.name = m.name
where m.name = any($1)
