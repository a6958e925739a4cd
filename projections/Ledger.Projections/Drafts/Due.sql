-- What is approved and may be published by the time $1.
select id from read.draft
where status = 'approved' and (publish_at is null or publish_at <= $1)
order by changed_at
limit 100
