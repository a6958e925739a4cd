-- What this newsroom, as a witness, has refused to cosign of other logs, with the evidence: the note that was refused
-- and the one that was cosigned before it, both signed by the log. The digest is the SHA-256 of the refused text.
create table if not exists log.refusals (
  origin      text         not null,
  kind        text         not null check (kind in ('split', 'rollback', 'unproven')),
  digest      bytea        not null,
  refused     text         not null,
  cosigned    text         not null,
  refused_at  timestamptz  not null,
  primary key (origin, kind, digest)
);
