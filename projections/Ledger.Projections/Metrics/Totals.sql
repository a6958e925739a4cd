-- How many stories and corrections went out from $1 on and before $2.
select
  (select count(*) from read.story where published_at >= $1 and published_at < $2),
  (select count(*) from read.correction where occurred_at >= $1 and occurred_at < $2)
