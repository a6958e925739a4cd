-- Where the picture $1 is used, the story published last first.
select
  u.story_id, s.slug, s.headline, s.status, s.language, s.section, s.version, u.block_id, u.url, u.caption, u.credit,
  u.alt
from read.asset_use u
join read.story s on s.id = u.story_id
where u.asset_id = $1
order by s.published_at desc, s.id, u.place
