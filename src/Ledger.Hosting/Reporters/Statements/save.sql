INSERT INTO ops.report_contacts (report, name, email) VALUES ($1, $2, $3)
ON CONFLICT (report) DO UPDATE SET name = excluded.name, email = excluded.email
