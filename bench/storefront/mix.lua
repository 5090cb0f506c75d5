-- What visitors look at: half products, a third users, the rest the home page; a few popular ids and many others.
math.randomseed(7)
local paths = {}
for i = 1, 5000 do
  local draw = math.random()
  local popular = math.random() < 0.8
  if draw < 0.5 then
    paths[i] = "/product/" .. math.random(popular and 50 or 5000)
  elseif draw < 0.85 then
    paths[i] = "/user/" .. math.random(popular and 100 or 20000)
  else
    paths[i] = "/"
  end
end
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end

-- The first answers that are no success are told: a benchmark of failures would be none.
local told = 0
response = function(status, headers, body)
  if status ~= 200 and told < 3 then
    told = told + 1
    io.stderr:write(status .. " " .. body .. "\n")
  end
end
