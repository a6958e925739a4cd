-- Marten takes positions from here. Ledger counts on from the last event instead, since a sequence also moves in
-- transactions that fail, and sets the sequence after each append so that Marten can go on after it.
create sequence if not exists events.mt_events_sequence owned by events.mt_events.seq_id;
