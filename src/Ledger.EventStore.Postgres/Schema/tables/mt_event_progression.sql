-- How far each of Marten's projections has come. Ledger keeps its own positions with its read models.
create table if not exists events.mt_event_progression (
  name          varchar      not null constraint pk_mt_event_progression primary key,
  last_seq_id   bigint,
  last_updated  timestamptz  default transaction_timestamp()
);
