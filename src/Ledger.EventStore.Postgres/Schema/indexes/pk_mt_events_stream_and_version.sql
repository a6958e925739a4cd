-- By it a stream is read, and of two writers of one version one fails.
create unique index if not exists pk_mt_events_stream_and_version on events.mt_events (stream_id, version);
