-- What became of the envelopes with the ids $1 that Wolverine knows: one row each, and the reason where it gave one up.
-- One that is to be tried again counts as under way.
select id, case when status = 'Handled' then 'handled' else 'under way' end, null
from wolverine.wolverine_incoming_envelopes where id = any ($1)
union all
select id, 'under way', null
from wolverine.wolverine_outgoing_envelopes where id = any ($1)
union all
select id, case when replayable then 'under way' else 'dead' end, exception_type || ': ' || exception_message
from wolverine.wolverine_dead_letters where id = any ($1)
