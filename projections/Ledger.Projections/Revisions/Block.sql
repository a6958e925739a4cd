-- Blocks of all articles, each stored once under the SHA-256 of its JSON:
-- sha256(convert_to(body::text, 'UTF8')) is the hash. Rows are never altered or removed.
create table if not exists block (
  hash bytea not null,
  -- json and not jsonb, which would not keep the bytes that were hashed.
  body json not null,
  constraint block_pkey primary key (hash)
);

-- As for the articles of stories.
do $$
begin
  alter table block alter column body set compression lz4;
exception
  when feature_not_supported then null;
end
$$;
