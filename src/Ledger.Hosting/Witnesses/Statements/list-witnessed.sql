select l.origin, l.size, l.cosigned_at, l.note,
  array(select k.vkey from ops.witnessed_key k where k.origin = l.origin and k.stopped_at is null order by k.vkey),
  (select count(*) from log.refusals r where r.origin = l.origin and r.kind = 'split'),
  (select count(*) from log.refusals r where r.origin = l.origin and r.kind = 'rollback'),
  (select count(*) from log.refusals r where r.origin = l.origin and r.kind = 'unproven')
from ops.witnessed_log l
order by l.origin
