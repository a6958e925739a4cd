-- Says where the transaction works, and how long it waits for others and lets others wait for it.
-- Its commit need not wait for the disk: rows and checkpoint are lost together, if at all, and made again from the log.
select
  set_config('search_path', $1, true),
  set_config('lock_timeout', $2, true),
  set_config('synchronous_commit', 'off', true),
  set_config('idle_in_transaction_session_timeout', '60s', true)
