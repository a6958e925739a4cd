-- Blocks of articles, each stored once for its story under the first half of the SHA-256 of its JSON:
-- substr(sha256(convert_to(body, 'UTF8')), 1, 16) is the hash. Rows are never altered.
create table if not exists block (
  story_id uuid not null,
  hash bytea not null,
  -- JSON, as text: what the server would check of it was written by us, and the bytes are those that were hashed.
  body text not null
);

-- As for the articles of stories.
do $$
begin
  alter table block alter column body set compression lz4;
exception
  when feature_not_supported then null;
end
$$;
