-- The log, in the tables that Marten 9 makes, so that either can open what the other has written.
create schema if not exists events;
