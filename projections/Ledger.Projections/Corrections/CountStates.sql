-- How many states the corrections of the site have gone through: each was issued, and may have changed since.
select (select count(*) from read.correction) + (select count(*) from read.correction_change)
