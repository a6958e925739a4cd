-- The one door in the wall round the log: puts a mark in the place of words, in no other places than those that a
-- recorded event names, and takes the salts of these. It runs in the transaction that appends that event, and opens
-- the wall for itself alone. LG002 is this project's own error class.
create or replace function log.erase(ordered_at bigint, words text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as
$function$
declare
  places jsonb;
  place record;
  salt_at integer;
begin
  select e.data -> 'places' into places
  from events.mt_events e where e.seq_id = ordered_at and e.type = 'content_erased';
  if places is null then
    raise exception 'No event at position % orders an erasure.', ordered_at using errcode = 'LG002';
  end if;

  alter table events.mt_events disable trigger append_only;
  alter table log.leaves disable trigger append_only;
  for place in
    select p.* from jsonb_to_recordset(places)
      as p ("position" bigint, part text, member text, commitment text, digest text)
  loop
    -- Salts stand in the order of the leaf: context, data, headers, and in each by name.
    select
      (e.user_name is not null)::int + (e.correlation_id is not null)::int + (e.causation_id is not null)::int
      + case place.part when 'data' then 0 else (select count(*) from jsonb_object_keys(e.data)) end
      + (select count(*)
         from jsonb_object_keys(case place.part when 'data' then e.data else e.headers end) as names (name)
         where name collate "C" < place.member collate "C")
    into salt_at
    from events.mt_events e
    where e.seq_id = place.position and e.seq_id < ordered_at
      and case place.part when 'data' then e.data else e.headers end ? place.member;
    if salt_at is null then
      raise exception 'The event at position % has no % to erase.', place.position, place.member
        using errcode = 'LG002';
    end if;

    insert into log.erased (position, part, member, ordered_by, commitment, digest)
    values (
      place.position, place.part, place.member, ordered_at, decode(place.commitment, 'hex'),
      decode(place.digest, 'hex'));
    update log.leaves l
    set salts = overlay(l.salts placing decode(repeat('00', 16), 'hex') from salt_at * 16 + 1)
    where l.position = place.position;
    if place.part = 'data' then
      update events.mt_events e
      set data = jsonb_set(e.data, array[place.member], log.mask(e.data -> place.member, words))
      where e.seq_id = place.position;
    else
      update events.mt_events e
      set headers = jsonb_set(e.headers, array[place.member], log.mask(e.headers -> place.member, words))
      where e.seq_id = place.position;
    end if;
  end loop;

  alter table events.mt_events enable trigger append_only;
  alter table log.leaves enable trigger append_only;
  delete from ops.snapshots s
  where s.stream_id in (
    select e.stream_id from events.mt_events e join log.erased x on x.position = e.seq_id
    where x.ordered_by = ordered_at);
end
$function$;
