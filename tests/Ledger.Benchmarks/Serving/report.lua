-- What wrk has counted, in numbers that a program can read: the latencies as a thousand evenly spread quantiles.
done = function(summary, latency, requests)
  local errors = summary.errors
  local failed = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("report %d %d %d\n", summary.requests, summary.duration, failed))
  for i = 0, 999 do
    io.write(string.format("latency %d\n", latency:percentile((i + 0.5) / 10)))
  end
end
