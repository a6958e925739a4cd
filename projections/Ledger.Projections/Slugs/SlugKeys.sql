-- By the first a slug of another story is refused, by the second one of the same story is found.
create unique index if not exists slug_pkey on slug (slug);
create unique index if not exists slug_story on slug (story_id, slug);
