-- A schema for a rebuild alone, with bookkeeping of its own that the same statements read and write.
drop schema if exists read_rebuild cascade;
create schema read_rebuild;
create table read_rebuild.read_model (like ops.read_model including all);
create table read_rebuild.projection_error (like ops.projection_error including all);
create table read_rebuild.mt_event_progression (like events.mt_event_progression including all);

-- What is being made, by which a later rebuild knows whether it can go on with it: the read models with their versions
-- and the program, and the position up to which the spans are loaded.
create table read_rebuild.rebuild_plan (maker text not null, target bigint not null);

-- The spans of streams, each loaded in one transaction with this note that it is.
create table read_rebuild.rebuild_span (
  first uuid not null,
  last uuid not null,
  events bigint not null,
  loaded boolean not null,
  constraint rebuild_span_pkey primary key (first)
);
