-- Everything that is neither the log nor a read model: people, tokens, keys, the state of operations.
-- Looked for in the catalogue first, because a session can remember for a while that a schema is not there.
DO
$$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'ops') THEN
    CREATE SCHEMA ops;
  END IF;
END
$$;
