-- Asks for another person with every request, as gateways answer equal requests in flight only once.
-- Arguments: method, path, file with the body ("-" for none), number of people.

local head, tail, people
local number = 0

function init(args)
  people = tonumber(args[4])
  number = os.time() % people
  local body
  if args[3] ~= "-" then
    local file = assert(io.open(args[3], "rb"))
    body = file:read("*a")
    file:close()
    wrk.headers["Content-Type"] = "application/json"
  end
  local request = wrk.format(args[1], args[2], wrk.headers, body)
  local first, last = request:find("000000", 1, true)
  head, tail = request:sub(1, first - 1), request:sub(last + 1)
end

function request()
  number = number % people + 1
  return head .. string.format("%06d", number) .. tail
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("summary %d %d %d %d %d %d\n",
    summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
