\set stream random(1, 5000)
insert into bench.inserted (
  seq_id, id, stream_id, version, data, type, "timestamp", tenant_id, mt_dotnet_type,
  correlation_id, causation_id, headers, user_name, is_archived)
values (
  nextval('bench.position'), gen_random_uuid(), lpad(to_hex(:stream::int), 32, '0')::uuid, currval('bench.position'),
  :data_NUMBER, :type_NUMBER, clock_timestamp(), '*DEFAULT*', :dotnet_NUMBER,
  :correlation_NUMBER, null, :headers_NUMBER, :user_NUMBER, false);
