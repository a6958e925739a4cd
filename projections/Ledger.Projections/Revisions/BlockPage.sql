-- Pages of long lists of blocks, each stored once for its story under the first half of the SHA-256 of its entries.
create table if not exists block_page (
  story_id uuid not null,
  hash bytea not null,
  -- Hashes of 16 bytes each, of blocks or of other pages.
  entries bytea not null
);

-- Hashes do not compress; not to try saves the time.
alter table block_page alter column entries set storage external;
