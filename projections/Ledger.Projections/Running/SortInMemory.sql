-- For the building of keys: what is loaded is nearly in order already, and is sorted best in one go.
set local maintenance_work_mem = '64MB'
