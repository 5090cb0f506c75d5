SELECT c1 AS c3, c2 AS c4
FROM (
  WITH multiIf(mapContains(d_str, 'fresh'), toJSONString(d_str['fresh']), mapContains(d_num, 'fresh'), toString(d_num['fresh']), mapContains(d_bool, 'fresh'), if(d_bool['fresh'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'fresh'), ''), 'null')) AS v1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS v2
  SELECT if((throwIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), '«create: the keypath exists»') = 0), 1., CAST(NULL, 'Nullable(Float64)')) AS c2, if((throwIf(ifNull(not(ifNull(not(isNull(if(startsWith(v2, '"'), JSONExtractString(v2), v2))), false)), false), '«create: the keypath is missing»') = 0), 'x', CAST(NULL, 'Nullable(String)')) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (d_str['path'] = '/pay')
)
LIMIT 2000
