SELECT c1, c2
FROM (
  WITH if(mapContains(d_num, 'duration'), d_num['duration'], NULL) AS v1, if(mapContains(d_str, 'duration'), d_str['duration'], NULL) AS v2, if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL) AS v3
  SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2, v1 AS o1_0, v2 AS o1_1, v3 AS o1_2, ts AS o1_3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ORDER BY v1 DESC NULLS LAST, v2 DESC NULLS LAST, v3 DESC NULLS LAST, ts ASC NULLS LAST
  LIMIT 1 BY multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null'))
)
ORDER BY c1 ASC NULLS LAST, o1_0 DESC NULLS LAST, o1_1 DESC NULLS LAST, o1_2 DESC NULLS LAST, o1_3 ASC NULLS LAST
LIMIT 2000
