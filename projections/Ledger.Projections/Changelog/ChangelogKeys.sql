create unique index if not exists changelog_pkey on changelog (story_id, version);
