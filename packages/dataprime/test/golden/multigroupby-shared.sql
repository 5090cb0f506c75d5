WITH c4 AS c7, maxOrNull(if(startsWith(c10, '"'), JSONExtractString(c10), NULL)) AS v1, maxOrNull(multiIf((c10 = 'true'), true, (c10 = 'false'), false, NULL)) AS v2
SELECT c8 AS c1, multiIf(ifNull((c4 = 0.), false), if(startsWith(c9, '"'), JSONExtractString(c9), c9), CAST(NULL, 'Nullable(String)')) AS c2, toFloat64(count()) AS c5, coalesce(toString(maxOrNull(toFloat64OrNull(c10))), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), multiIf(isNull(v2), NULL, v2, 'true', 'false')) AS c6
FROM (
  SELECT multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')) AS c10, multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS c9, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c8, [0., 1.] AS e4
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e4 AS c4
GROUP BY c7, c1, c2
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST, c2 ASC NULLS LAST, c5 ASC NULLS LAST
LIMIT 2000
