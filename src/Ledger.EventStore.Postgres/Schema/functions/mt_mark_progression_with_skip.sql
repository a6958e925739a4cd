-- Marten's daemon calls this when it gives up waiting for a gap in the positions: it moves its mark from the start of
-- the gap to its end and notes the gap; a mark that has moved meanwhile is left and returned. Made only where missing.
do
$do$
begin
  if to_regproc('events.mt_mark_progression_with_skip') is not null then
    return;
  end if;

  create function events.mt_mark_progression_with_skip(
    shard_name varchar, ending_sequence bigint, starting_sequence bigint)
  returns bigint language plpgsql as
  $function$
  declare
    mark bigint;
  begin
    insert into events.mt_event_progression as p (name, last_seq_id, last_updated)
    values (shard_name, $2, transaction_timestamp())
    on conflict on constraint pk_mt_event_progression
    do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
      where p.last_seq_id is null or p.last_seq_id = $3
    returning p.last_seq_id into mark;

    if mark is null then
      select p.last_seq_id into mark from events.mt_event_progression p where p.name = shard_name;
    elsif $2 > $3 then
      insert into events.mt_high_water_skips (ending_sequence, starting_sequence) values ($2, $3)
      on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
    end if;

    return mark;
  end
  $function$;
end
$do$;
