-- By it a stream is read, and of two writers of one version one fails. Looked for first, because "if not exists" alone
-- would wait for every append that is under way.
do
$do$
begin
  if to_regclass('events.pk_mt_events_stream_and_version') is null then
    create unique index pk_mt_events_stream_and_version on events.mt_events (stream_id, version);
  end if;
end
$do$;
