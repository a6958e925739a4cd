DELETE FROM ops.erasure_requests WHERE id = $1
