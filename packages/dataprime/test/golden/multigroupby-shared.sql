WITH c4 AS c7, multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS v1, maxOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v2, maxOrNull(if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL)) AS v3
SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, multiIf(ifNull((c4 = 0.), false), if(startsWith(v1, '"'), JSONExtractString(v1), v1), CAST(NULL, 'Nullable(String)')) AS c2, toFloat64(count()) AS c5, coalesce(toString(maxOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v2), NULL, toJSONString(assumeNotNull(v2))), multiIf(isNull(v3), NULL, v3, 'true', 'false')) AS c6
FROM (
  SELECT d_num, d_str, d_bool, d_json, [0., 1.] AS e4
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
)
ARRAY JOIN e4 AS c4
GROUP BY c7, c1, c2
ORDER BY toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST, c2 ASC NULLS LAST, c5 ASC NULLS LAST
LIMIT 2000
