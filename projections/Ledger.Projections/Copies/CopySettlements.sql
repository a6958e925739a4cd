copy copy_settlement (copy_id, correction_id, outcome, reason) from stdin (format binary)
