insert into story (
  id, slug, status, notice, revision, version, position, corrections,
  headline, standfirst, section, language, article, published_at, updated_at,
  basis, blocked_by)
select * from unnest(
  $1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::bigint[], $8::int[],
  $9::text[], $10::text[], $11::text[], $12::text[], $13::json[], $14::timestamptz[], $15::timestamptz[],
  $16::text[], $17::text[])
on conflict (id) do update set
  slug = excluded.slug,
  status = excluded.status,
  notice = excluded.notice,
  revision = excluded.revision,
  version = excluded.version,
  position = excluded.position,
  corrections = excluded.corrections,
  headline = excluded.headline,
  standfirst = excluded.standfirst,
  section = excluded.section,
  language = excluded.language,
  article = excluded.article,
  updated_at = excluded.updated_at,
  basis = excluded.basis,
  blocked_by = excluded.blocked_by
