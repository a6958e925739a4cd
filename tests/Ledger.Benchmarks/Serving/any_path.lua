-- Asks for the addresses of the file that is named, each as likely as the others.
local requests = {}

init = function(arguments)
  for path in io.lines(arguments[1]) do
    table.insert(requests, wrk.format(nil, path))
  end
end

request = function()
  return requests[math.random(#requests)]
end

