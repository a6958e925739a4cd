-- The words of every story as it is now, for those who look for them: one row a story, and more where it is long, since
-- PostgreSQL indexes no text without end.
create table if not exists passage (
  story_id uuid not null,
  -- 0 for the first.
  number integer not null,
  -- Headline and standfirst, which every passage has, so that words of them are found together with words of any.
  title text not null,
  body text not null,
  -- How PostgreSQL is to read the words: the configuration of the language, or 'simple', which knows no stems.
  config text not null,
  words tsvector generated always as (
  case config
    when 'arabic' then to_tsvector('arabic', title || ' ' || body)
    when 'danish' then to_tsvector('danish', title || ' ' || body)
    when 'dutch' then to_tsvector('dutch', title || ' ' || body)
    when 'english' then to_tsvector('english', title || ' ' || body)
    when 'finnish' then to_tsvector('finnish', title || ' ' || body)
    when 'french' then to_tsvector('french', title || ' ' || body)
    when 'german' then to_tsvector('german', title || ' ' || body)
    when 'greek' then to_tsvector('greek', title || ' ' || body)
    when 'hungarian' then to_tsvector('hungarian', title || ' ' || body)
    when 'indonesian' then to_tsvector('indonesian', title || ' ' || body)
    when 'irish' then to_tsvector('irish', title || ' ' || body)
    when 'italian' then to_tsvector('italian', title || ' ' || body)
    when 'lithuanian' then to_tsvector('lithuanian', title || ' ' || body)
    when 'nepali' then to_tsvector('nepali', title || ' ' || body)
    when 'norwegian' then to_tsvector('norwegian', title || ' ' || body)
    when 'portuguese' then to_tsvector('portuguese', title || ' ' || body)
    when 'romanian' then to_tsvector('romanian', title || ' ' || body)
    when 'russian' then to_tsvector('russian', title || ' ' || body)
    when 'spanish' then to_tsvector('spanish', title || ' ' || body)
    when 'swedish' then to_tsvector('swedish', title || ' ' || body)
    when 'tamil' then to_tsvector('tamil', title || ' ' || body)
    when 'turkish' then to_tsvector('turkish', title || ' ' || body)
    else to_tsvector('simple', title || ' ' || body)
  end
  ) stored
);

-- As in the stories: lz4 packs in a third of the time, where the server has it.
do $$
begin
  alter table passage alter column body set compression lz4, alter column words set compression lz4;
exception
  when feature_not_supported then null;
end
$$;
