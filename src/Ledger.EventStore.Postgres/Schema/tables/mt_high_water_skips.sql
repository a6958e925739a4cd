-- Gaps in the positions that Marten's daemon gave up waiting for. A log that only Ledger writes has none.
create table if not exists events.mt_high_water_skips (
  ending_sequence    bigint       not null constraint pkey_mt_high_water_skips_ending_sequence primary key,
  starting_sequence  bigint       not null,
  "timestamp"        timestamptz  default transaction_timestamp()
);
