-- The checkpoints of a rebuild, in the shape of those of the log, which the same statements move.
create table mt_event_progression (
  name varchar not null,
  last_seq_id bigint,
  last_updated timestamptz,
  constraint pk_mt_event_progression primary key (name)
)
