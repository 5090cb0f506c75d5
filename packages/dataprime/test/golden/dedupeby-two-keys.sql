SELECT c1, c2
FROM (
  WITH multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS v1
  SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2, toUnixTimestamp64Nano(ts) AS o1_0
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
  ORDER BY toUnixTimestamp64Nano(ts) DESC NULLS LAST
  LIMIT 1 BY multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), if(startsWith(v1, '"'), JSONExtractString(v1), v1)
)
ORDER BY c1 ASC NULLS LAST, o1_0 DESC NULLS LAST
LIMIT 2000
