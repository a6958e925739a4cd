insert into correction_change (correction_id, position, change)
select * from unnest($1::uuid[], $2::bigint[], $3::json[])
