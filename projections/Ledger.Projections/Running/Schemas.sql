create schema if not exists read;
create schema if not exists ops;
