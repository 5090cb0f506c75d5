WITH c3 AS c5
SELECT multiIf(ifNull((c3 = 0.), false), c6, CAST(NULL, 'Nullable(String)')) AS c1, multiIf(ifNull((c3 = 1.), false), c7, CAST(NULL, 'Nullable(String)')) AS c2, toFloat64(count()) AS c4
FROM (
  SELECT nullIf(applicationname, '') AS c7, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c6, [0., 1.] AS e3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e3 AS c3
GROUP BY c5, c1, c2
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST, c2 ASC NULLS LAST
LIMIT 2000
