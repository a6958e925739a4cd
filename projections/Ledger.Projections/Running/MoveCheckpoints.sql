-- Moves checkpoints to $3, each only from where it was seen to stand ($2), and forgets the errors that they get past.
with cleared as (delete from projection_error where name = any($1) and position <= $3)
update mt_event_progression p set last_seq_id = $3, last_updated = transaction_timestamp()
from unnest($1::text[], $2::bigint[]) as seen (name, position)
where p.name = seen.name || ':All' and p.last_seq_id = seen.position
