-- The keys that seal cookies and forms, shared by all web nodes. Whoever reads this table can forge a session, just
-- as whoever writes ops.account can; both are for the program's own database role.
CREATE TABLE IF NOT EXISTS ops.data_protection_key (
  name text PRIMARY KEY,
  xml  text NOT NULL
);
