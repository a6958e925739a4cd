copy events.mt_events (
  seq_id, id, stream_id, version, type, mt_dotnet_type, data, headers, correlation_id, causation_id, user_name,
  "timestamp", tenant_id, is_archived)
from stdin (format binary)
