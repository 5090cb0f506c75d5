WITH if(isNull(c1), NULL, toJSONString(assumeNotNull(c1))) AS v1
SELECT JSONMergePatch(ifNull(d_json, '{}'), if(JSONHas(ifNull(d_json, '{}'), 'user', 'plan'), concat('{"user":{"plan":', 'null', '}}'), '{}'), if(isNull(v1), '{}', concat('{"user":{"plan":', ifNull(v1, 'null'), '}}')), if(JSONHas(ifNull(d_json, '{}'), 'nothing', 'here'), concat('{"nothing":{"here":', 'null', '}}'), '{}'), if(isNull(toString(c2)), '{}', concat('{"nothing":{"here":', ifNull(toString(c2), 'null'), '}}'))) AS c3
FROM (
  WITH multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')) AS v1, multiIf(mapContains(d_str, 'nothing.here'), toJSONString(d_str['nothing.here']), mapContains(d_num, 'nothing.here'), toString(d_num['nothing.here']), mapContains(d_bool, 'nothing.here'), if(d_bool['nothing.here'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'nothing', 'here'), ''), 'null')) AS v2
  SELECT d_json, multiIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), 'x', CAST(NULL, 'Nullable(String)')) AS c1, multiIf(ifNull(not(isNull(if(startsWith(v2, '"'), JSONExtractString(v2), v2))), false), 1., CAST(NULL, 'Nullable(Float64)')) AS c2
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l02')
)
LIMIT 2000
