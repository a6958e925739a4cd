-- One picture with a stream of its own.
select state, version, registered_at, changed_at
from read.asset
where id = $1
