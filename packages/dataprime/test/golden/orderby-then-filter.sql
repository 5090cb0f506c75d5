SELECT multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')) AS c1
FROM (
  WITH if(mapContains(d_num, 'duration'), d_num['duration'], NULL) AS v1, if(mapContains(d_str, 'duration'), d_str['duration'], NULL) AS v2, if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL) AS v3
  SELECT d_bool, v1 AS o1_0, v2 AS o1_1, v3 AS o1_2, d_str, d_num, d_json
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ORDER BY v1 DESC NULLS LAST, v2 DESC NULLS LAST, v3 DESC NULLS LAST
  LIMIT 3
)
WHERE if(mapContains(d_bool, 'ok'), d_bool['ok'], NULL)
ORDER BY o1_0 DESC NULLS LAST, o1_1 DESC NULLS LAST, o1_2 DESC NULLS LAST
LIMIT 2000
