WITH c3 AS c5
SELECT multiIf(ifNull((c3 = 0.), false), c6, ifNull((c3 = 1.), false), c7, CAST(NULL, 'Nullable(String)')) AS c1, toFloat64(count()) AS c4
FROM (
  SELECT multiIf(mapContains(d_str, 'user.id'), toJSONString(d_str['user.id']), mapContains(d_num, 'user.id'), toString(d_num['user.id']), mapContains(d_bool, 'user.id'), if(d_bool['user.id'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'id'), ''), 'null')) AS c6, multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')) AS c7, [0., 1.] AS e3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e3 AS c3
GROUP BY c5, c1
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST, c4 ASC NULLS LAST
LIMIT 2000
