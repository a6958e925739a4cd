-- Each picture in the stories as they are now, whatever state they are in.
create table if not exists asset_use (
  asset_id uuid not null,
  story_id uuid not null,
  block_id text not null,
  url text not null,
  caption text,
  credit text,
  alt text,
  -- The place of the block among those of its story.
  place integer not null
);
