-- Erasures that no event orders as they stand, and orders that nothing has come of.
with
ordered as (
  select e.seq_id as ordered_by, p.*
  from events.mt_events e, jsonb_to_recordset(e.data -> 'places')
    as p ("position" bigint, part text, member text, commitment text, digest text)
  where e.type = 'content_erased'
)
select
  'event ' || coalesce(x.position, o.position),
  case when o.position is null
    then format('is said to have lost its %s by event %s, which does not order that', x.member, x.ordered_by)
    else format('was to lose its %s by event %s, and has it still', o.member, o.ordered_by)
  end
from log.erased x
full join ordered o
  on o.ordered_by = x.ordered_by and o.position = x.position and o.part = x.part and o.member = x.member
    and decode(o.commitment, 'hex') = x.commitment and decode(o.digest, 'hex') = x.digest
where x.position is null or o.position is null
order by coalesce(x.position, o.position), 2
