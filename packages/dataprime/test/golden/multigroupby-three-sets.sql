WITH c5 AS c7
SELECT multiIf(ifNull((c5 = 0.), false), c8, ifNull((c5 = 1.), false), if(isNull(c9), NULL, toJSONString(assumeNotNull(c9))), ifNull((c5 = 2.), false), c8, CAST(NULL, 'Nullable(String)')) AS c1, multiIf(ifNull((c5 = 2.), false), c9, CAST(NULL, 'Nullable(String)')) AS c4, toFloat64(count()) AS c6
FROM (
  SELECT nullIf(applicationname, '') AS c9, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c8, [0., 1., 2.] AS e5
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e5 AS c5
GROUP BY c7, c1, c4
HAVING (count() > 0)
ORDER BY c6 DESC NULLS LAST, toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST, c4 ASC NULLS LAST
LIMIT 2000
