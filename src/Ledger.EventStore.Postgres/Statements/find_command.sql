-- What command $1 came to the first time.
select fingerprint, stream_id, version, position from ops.commands where id = $1
