drop schema if exists read_rebuild cascade
