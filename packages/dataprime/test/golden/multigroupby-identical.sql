WITH c4 AS c6
SELECT multiIf(ifNull((c4 = 0.), false), c7, CAST(NULL, 'Nullable(String)')) AS c1, multiIf(ifNull((c4 = 1.), false), c8, CAST(NULL, 'Nullable(String)')) AS c3, toFloat64(count()) AS c5
FROM (
  SELECT multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')) AS c8, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c7, [0., 1.] AS e4
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e4 AS c4
GROUP BY c6, c1, c3
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST, toFloat64OrNull(c3) ASC NULLS LAST, if(startsWith(c3, '"'), JSONExtractString(c3), NULL) ASC NULLS LAST, multiIf((c3 = 'true'), true, (c3 = 'false'), false, NULL) ASC NULLS LAST, c5 ASC NULLS LAST
LIMIT 2000
