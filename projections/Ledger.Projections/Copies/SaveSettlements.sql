insert into copy_settlement (copy_id, correction_id, outcome, reason)
select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
on conflict (copy_id, correction_id) do update set outcome = excluded.outcome, reason = excluded.reason
