-- How many published states each story has so far, by which its next correction is numbered.
create table if not exists correction_revision (
  story_id uuid not null,
  revision integer not null,
  constraint correction_revision_pkey primary key (story_id)
);
