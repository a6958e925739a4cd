INSERT INTO ops.legal_holds (story, reason, held_by, held_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
