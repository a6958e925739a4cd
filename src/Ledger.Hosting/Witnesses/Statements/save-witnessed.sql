-- $1 the origin, $2 the size, $3 the note with our cosignatures, $4 when
update ops.witnessed_log set size = $2, note = $3, cosigned_at = $4 where origin = $1
