select origin, kind, refused, cosigned, refused_at from log.refusals order by refused_at desc, origin, kind, digest
