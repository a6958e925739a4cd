-- Blocks of articles, each stored once for its story under the first half of the SHA-256 of its JSON:
-- substr(sha256(convert_to(body::text, 'UTF8')), 1, 16) is the hash. Rows are never altered.
create table if not exists block (
  story_id uuid not null,
  hash bytea not null,
  -- json and not jsonb, which would not keep the bytes that were hashed.
  body json not null
);

-- As for the articles of stories.
do $$
begin
  alter table block alter column body set compression lz4;
exception
  when feature_not_supported then null;
end
$$;
