-- What is wrong with the notes that commit beside events: commands that point at no such event, names of no stream.
select format('command %s', c.id), 'is noted with another event than the one at its position'
from ops.commands c
left join events.mt_events e on e.seq_id = c.position and e.stream_id = c.stream_id and e.version = c.version
where e.seq_id is null
union all
select format('name %s', k.key), 'belongs to a stream that is not there'
from ops.stream_keys k
where not exists (select from events.mt_streams s where s.id = k.stream_id)
order by 1
