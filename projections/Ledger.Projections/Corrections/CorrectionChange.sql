-- What became of published corrections: each amendment and each withdrawal, for ever.
create table if not exists correction_change (
  correction_id uuid not null,
  position bigint not null,
  change json not null,
  -- Of a note that was amended the words as they are written.
  words tsvector generated always as (to_tsvector('simple', coalesce(change -> 'note' ->> 'to', ''))) stored
);
