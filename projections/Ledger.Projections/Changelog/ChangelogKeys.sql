create unique index if not exists changelog_pkey on changelog (story_id, version);
create index if not exists changelog_unexplained on changelog (position) where unexplained;
