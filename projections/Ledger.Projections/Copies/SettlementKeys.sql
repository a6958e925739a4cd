create unique index if not exists copy_settlement_pkey on copy_settlement (copy_id, correction_id);
