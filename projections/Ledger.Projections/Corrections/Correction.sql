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
  review json
);
