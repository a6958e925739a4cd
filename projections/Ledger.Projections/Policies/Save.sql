insert into policy (version, policy, reason, position, actor, actor_name, occurred_at)
select * from unnest($1::int[], $2::json[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[])
