-- $1 the origin that the log gets when it has none yet. Gives the one that it has.
with kept as (
  insert into log.identity (origin) values ($1) on conflict do nothing returning origin
)
select origin from kept
union all
select origin from log.identity
limit 1
