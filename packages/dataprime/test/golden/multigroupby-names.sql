WITH c3 AS c6
SELECT multiIf(ifNull((c3 = 0.), false), lowerUTF8(c7), CAST(NULL, 'Nullable(String)')) AS c1, multiIf(ifNull((c3 = 1.), false), c8, CAST(NULL, 'Nullable(String)')) AS c2, toFloat64(count()) AS c4, avgOrNull(c9) AS c5
FROM (
  SELECT if(mapContains(d_num, 'duration'), d_num['duration'], NULL) AS c9, multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS c8, if(mapContains(d_str, 'path'), d_str['path'], NULL) AS c7, [0., 1.] AS e3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e3 AS c3
GROUP BY c6, c1, c2
HAVING (count() > 0)
ORDER BY c4 ASC NULLS LAST, c5 ASC NULLS LAST, toFloat64OrNull(c2) ASC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) ASC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) ASC NULLS LAST, c1 ASC NULLS LAST
LIMIT 2000
