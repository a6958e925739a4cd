-- $1 the SHA-256 of the origin
select note from ops.witnessed_log where sha256(convert_to(origin, 'UTF8')) = $1 and note is not null
