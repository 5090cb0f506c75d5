SELECT c1, c2
FROM (
  SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, nullIf(logid, '') AS c2, toUnixTimestamp64Nano(ts) AS o1_0
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
  ORDER BY toUnixTimestamp64Nano(ts) DESC NULLS LAST
  LIMIT 1 BY multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null'))
)
ORDER BY c2 ASC NULLS LAST, o1_0 DESC NULLS LAST
LIMIT 2000
