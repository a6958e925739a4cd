with planned as (insert into rebuild_plan (maker, target) values ($1, $2))
insert into rebuild_span (first, last, events, loaded)
select first, last, events, false from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as span (first, last, events)
