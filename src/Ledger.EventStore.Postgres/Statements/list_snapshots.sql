select stream_id from ops.snapshots where format = $1 order by stream_id
