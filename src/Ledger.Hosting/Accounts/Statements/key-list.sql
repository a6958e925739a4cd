SELECT xml FROM ops.data_protection_key ORDER BY name;
