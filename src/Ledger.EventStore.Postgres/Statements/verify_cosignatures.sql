-- Every cosignature with the note that it is said to be of, which may be gone.
select s.checkpoint, s.vkey, s.line, c.note
from log.cosignatures s
left join log.checkpoints c on c.number = s.checkpoint
order by s.checkpoint, s.vkey
