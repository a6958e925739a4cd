select to_regclass('ops.read_model') is not null and to_regclass('ops.projection_error') is not null
