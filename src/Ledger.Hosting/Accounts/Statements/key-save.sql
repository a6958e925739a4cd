INSERT INTO ops.data_protection_key (name, xml) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET xml = excluded.xml;
