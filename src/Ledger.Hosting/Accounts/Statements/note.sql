-- Something that happened and changed no other row.
INSERT INTO ops.sign_in_event (at, kind, account, actor, address, detail)
SELECT $1, $2, (SELECT name FROM ops.account WHERE name = $3), $4, $5, $6;
