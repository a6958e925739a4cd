-- The corrections of pictures that are approved and not yet in the stories.
select id, due from read.asset
where due is not null
order by changed_at
limit 100
