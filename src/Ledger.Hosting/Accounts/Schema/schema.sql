-- Everything that is neither the log nor a read model: people, tokens, keys, the state of operations.
CREATE SCHEMA IF NOT EXISTS ops;
