-- $1 the origin, $2 the kind, $3 the SHA-256 of the refused text, $4 the note that was refused, $5 the note that was
-- cosigned last, $6 when. A hundred of a kind are enough, since anybody may bring old checkpoints again.
insert into log.refusals (origin, kind, digest, refused, cosigned, refused_at)
select $1, $2, $3, $4, $5, $6
where (select count(*) from log.refusals where origin = $1 and kind = $2) < 100
on conflict do nothing
