-- The value with a mark in the place of words wherever they stand in its texts, one of the words after the other.
create or replace function log.mask(value jsonb, words text[]) returns jsonb
language plpgsql immutable set search_path = pg_catalog, pg_temp as
$function$
declare
  masked text;
  word text;
begin
  case jsonb_typeof(value)
    when 'string' then
      masked := value #>> '{}';
      foreach word in array words loop
        masked := replace(masked, word, '[erased]');
      end loop;
      return to_jsonb(masked);
    when 'array' then
      return coalesce(
        (select jsonb_agg(log.mask(item, words) order by place)
         from jsonb_array_elements(value) with ordinality as items (item, place)), '[]');
    when 'object' then
      return coalesce(
        (select jsonb_object_agg(members.key, log.mask(members.value, words)) from jsonb_each(value) as members), '{}');
    else
      return value;
  end case;
end
$function$;
