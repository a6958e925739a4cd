-- Moves checkpoints to $3, each only from where it was seen to stand ($2).
update mt_event_progression p set last_seq_id = $3, last_updated = transaction_timestamp()
from unnest($1::text[], $2::bigint[]) as seen (name, position)
where p.name = seen.name || ':All' and p.last_seq_id = seen.position
