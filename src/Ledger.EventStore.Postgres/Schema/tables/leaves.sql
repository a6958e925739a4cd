-- The leaf of each event, written in the transaction that appends it: its hash (RFC 6962), and the salts of the
-- commitments that stand in the leaf for the members of the event's context, data and headers, 16 bytes each.
create table if not exists log.leaves (
  position  bigint  primary key,
  hash      bytea   not null,
  salts     bytea   not null
);
