-- How far each witness of this log has come, by the vkey that the policy names it with: the number of the checkpoint
-- that it was asked for last, when, and what came of it; and the size that it has cosigned last, as far as is known.
create table if not exists ops.witness_state (
  vkey        text         primary key,
  checkpoint  bigint       not null,
  asked_at    timestamptz  not null,
  not_before  timestamptz  not null,
  failures    integer      not null,
  outcome     text         not null check (outcome in ('cosigned', 'away', 'refused', 'rolled-back', 'split')),
  reason      text,
  size        bigint       not null
);
