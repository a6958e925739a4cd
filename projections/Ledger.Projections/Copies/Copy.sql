-- Every copy of a story. While it is linked, the corrections of the story after it was linked are owed to it.
create table if not exists copy (
  id uuid not null,
  story_id uuid not null,
  kind text not null,
  publisher text not null,
  language text,
  address text,
  version bigint not null,
  linked_position bigint not null,
  -- Null while it is linked.
  unlinked_reason text,
  linked_at timestamptz not null
);
