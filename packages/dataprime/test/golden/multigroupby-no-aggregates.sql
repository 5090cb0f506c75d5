WITH c3 AS c4
SELECT multiIf(ifNull((c3 = 0.), false), c5, CAST(NULL, 'Nullable(UInt8)')) AS c1, multiIf(ifNull((c3 = 1.), false), c6, CAST(NULL, 'Nullable(String)')) AS c2
FROM (
  SELECT multiIf(mapContains(d_str, 'ok'), toJSONString(d_str['ok']), mapContains(d_num, 'ok'), toString(d_num['ok']), mapContains(d_bool, 'ok'), if(d_bool['ok'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'ok'), ''), 'null')) AS c6, nullIf(severity, 0) AS c5, [0., 1.] AS e3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e3 AS c3
GROUP BY c4, c1, c2
HAVING (count() > 0)
ORDER BY c1 ASC NULLS LAST, toFloat64OrNull(c2) ASC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) ASC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
