select m.name, m.version, p.last_seq_id
from read_model m join mt_event_progression p on p.name = m.name || ':All'
where m.name = any($1)
