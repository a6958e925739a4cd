-- A schema for a rebuild alone, with bookkeeping of its own that the same statements read and write.
drop schema if exists read_rebuild cascade;
create schema read_rebuild;
create table read_rebuild.read_model (like ops.read_model including all);
create table read_rebuild.projection_error (like ops.projection_error including all);
create table read_rebuild.mt_event_progression (like events.mt_event_progression including all);
