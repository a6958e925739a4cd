-- The hash over each full tile of the Merkle tree: 256 leaves at level 0, 256 such hashes at each level above. So the
-- rows of one level are the hashes in the tiles of the next; those in the tiles of level 0 are the leaves.
create table if not exists log.tiles (
  level   integer  not null,
  number  bigint   not null,
  root    bytea    not null,
  primary key (level, number)
);
