-- Notes where a read model stopped and since when, unless another program of another version of it is in charge,
-- or has got past it meanwhile.
insert into projection_error (name, position, message, at)
select m.name, $3, $4, transaction_timestamp()
from read_model m join mt_event_progression p on p.name = m.name || ':All'
where m.name = $1 and m.version = $2 and p.last_seq_id < $3
on conflict (name) do update set
  position = excluded.position,
  message = excluded.message,
  at = case when projection_error.position = excluded.position then projection_error.at else excluded.at end
