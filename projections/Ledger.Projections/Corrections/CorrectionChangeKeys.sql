create unique index if not exists correction_change_pkey on correction_change (correction_id, position);
create index if not exists correction_change_words on correction_change using gin (words);
