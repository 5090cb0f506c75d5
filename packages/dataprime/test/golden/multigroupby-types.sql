WITH c3 AS c5, multiIf((nullIf(severity, 0) = 1), 'Debug', (nullIf(severity, 0) = 2), 'Verbose', (nullIf(severity, 0) = 3), 'Info', (nullIf(severity, 0) = 4), 'Warning', (nullIf(severity, 0) = 5), 'Error', (nullIf(severity, 0) = 6), 'Critical', NULL) AS v1
SELECT multiIf(ifNull((c3 = 0.), false), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), ifNull((c3 = 1.), false), multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), CAST(NULL, 'Nullable(String)')) AS c1, toFloat64(count()) AS c4
FROM (
  SELECT severity, d_str, d_num, d_bool, d_json, [0., 1.] AS e3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
)
ARRAY JOIN e3 AS c3
GROUP BY c5, c1
ORDER BY toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST, c4 ASC NULLS LAST
LIMIT 2000
