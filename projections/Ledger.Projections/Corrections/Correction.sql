-- Every correction of the site. Slug, headline and section are those that the story has when it is read.
create table if not exists correction (
  id uuid not null,
  story_id uuid not null,
  class text not null,
  severity text not null,
  note text not null,
  claims json not null,
  places json not null,
  -- The first published state that has the correction.
  revision integer not null,
  position bigint not null,
  actor text not null,
  actor_name text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  apology boolean not null,
  -- Who answers for it, as the event has it; null where nobody was asked to say so.
  review json,
  -- How PostgreSQL is to read the note: by the language that the story had then.
  config text not null,
  words tsvector generated always as (
  case config
    when 'arabic' then to_tsvector('arabic', note)
    when 'danish' then to_tsvector('danish', note)
    when 'dutch' then to_tsvector('dutch', note)
    when 'english' then to_tsvector('english', note)
    when 'finnish' then to_tsvector('finnish', note)
    when 'french' then to_tsvector('french', note)
    when 'german' then to_tsvector('german', note)
    when 'greek' then to_tsvector('greek', note)
    when 'hungarian' then to_tsvector('hungarian', note)
    when 'indonesian' then to_tsvector('indonesian', note)
    when 'irish' then to_tsvector('irish', note)
    when 'italian' then to_tsvector('italian', note)
    when 'lithuanian' then to_tsvector('lithuanian', note)
    when 'nepali' then to_tsvector('nepali', note)
    when 'norwegian' then to_tsvector('norwegian', note)
    when 'portuguese' then to_tsvector('portuguese', note)
    when 'romanian' then to_tsvector('romanian', note)
    when 'russian' then to_tsvector('russian', note)
    when 'spanish' then to_tsvector('spanish', note)
    when 'swedish' then to_tsvector('swedish', note)
    when 'tamil' then to_tsvector('tamil', note)
    when 'turkish' then to_tsvector('turkish', note)
    else to_tsvector('simple', note)
  end
  ) stored
);
