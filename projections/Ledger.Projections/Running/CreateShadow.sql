drop schema if exists read_rebuild cascade;
create schema read_rebuild;
