create unique index if not exists correction_change_pkey on correction_change (correction_id, position);
