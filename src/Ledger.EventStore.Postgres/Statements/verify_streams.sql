-- What is wrong with streams: versions that are not 1, 2, 3 in the order of the log, and rows of streams that do not
-- say what their events say.
with
numbered as (
  select
    stream_id, version, seq_id, "timestamp",
    row_number() over stream as expected,
    lag(seq_id) over stream as before,
    lead(seq_id) over stream is null as is_last
  from events.mt_events
  window stream as (partition by stream_id order by version, seq_id)
),
ends as (
  select
    stream_id, max(version) as version,
    max("timestamp") filter (where expected = 1) as created, max("timestamp") filter (where is_last) as changed,
    min(expected) filter (where version <> expected) as hole,
    min(version) filter (where seq_id < before) as disorder
  from numbered
  group by stream_id
)
select
  coalesce(s.id, e.stream_id),
  case
    when s.id is null then 'has events and no row in mt_streams'
    when e.stream_id is null then 'has a row in mt_streams and no event'
    when e.hole is not null then format('lacks version %s', e.hole)
    when e.disorder is not null then format('has version %s before the version below it', e.disorder)
    when s.version is distinct from e.version
      then format('has version %s in mt_streams and %s in its events', coalesce(s.version::text, 'null'), e.version)
    when s.created <> e.created or s."timestamp" <> e.changed
      then 'has other times in mt_streams than its first and last events'
    else 'is marked in mt_streams as archived or as of another tenant'
  end
from events.mt_streams s
full join ends e on e.stream_id = s.id
where s.id is null or e.stream_id is null or e.hole is not null or e.disorder is not null
  or s.version is distinct from e.version or s.created <> e.created or s."timestamp" <> e.changed
  or s.tenant_id is distinct from '*DEFAULT*' or s.is_archived is distinct from false
order by 1
