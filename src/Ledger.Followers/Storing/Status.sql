-- Where each follower stands, as one moment shows it.
select
  f.name, f.position, greatest(head.position - f.position, 0), coalesce(d.waiting, 0), coalesce(d.parked, 0), d.since,
  f.paused, coalesce(f.error, d.error)
from ops.follower f
cross join (select coalesce(max(seq_id), 0) as position from events.mt_events) head
left join lateral (
  select
    count(*) filter (where not parked) as waiting,
    count(*) filter (where parked) as parked,
    min(since) filter (where not parked) as since,
    (array_agg(error order by position) filter (where error is not null))[1] as error
  from ops.follower_delivery
  where follower = f.name
) d on true
order by f.name
