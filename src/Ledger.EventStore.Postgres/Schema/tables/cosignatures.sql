-- What witnesses have signed of our checkpoints (C2SP tlog-cosignature), one row for each checkpoint and key: the vkey,
-- and the signature as it stands under the note. Who removes a checkpoint leaves its rows here, to be found.
create table if not exists log.cosignatures (
  checkpoint  bigint       not null,
  vkey        text         not null,
  line        text         not null,
  stored_at   timestamptz  not null,
  primary key (checkpoint, vkey)
);
