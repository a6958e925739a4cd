-- The changes that are not explained as they must be.
select count(*) from read.changelog where unexplained
