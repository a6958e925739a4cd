insert into report_step (report_id, version, type, facts, actor, actor_name, occurred_at)
select * from unnest(
  $1::uuid[], $2::bigint[], $3::text[], $4::json[], $5::text[], $6::text[], $7::timestamptz[])
