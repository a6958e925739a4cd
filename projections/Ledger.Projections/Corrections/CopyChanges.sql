copy correction_change (correction_id, position, change) from stdin (format binary)
