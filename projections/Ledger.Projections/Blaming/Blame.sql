-- Which revision put the words of each part of a story there: a row whenever a revision touched a part. A part without
-- one is as it was first published, every word of revision 1. Rows are never altered.
create table if not exists blame (
  story_id uuid not null,
  -- The id of a block; empty for the texts above the body.
  part text not null,
  revision integer not null,
  -- For each text of the part its phrases in order: length in UTF-16 code units, the revision they came with and, where
  -- they had gone since, the one that brought them back. Null where every word is of this row's revision.
  runs json
);
