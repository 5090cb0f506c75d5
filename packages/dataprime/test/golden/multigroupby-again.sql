SELECT c4 AS c6, toFloat64(count()) AS c7
FROM (
  WITH c3 AS c5, multiIf(ifNull((c3 = 0.), false), c8, CAST(NULL, 'Nullable(String)')) AS c1, multiIf(ifNull((c3 = 1.), false), c9, CAST(NULL, 'Nullable(String)')) AS c2
  SELECT toFloat64(count()) AS c4
  FROM (
    SELECT multiIf(mapContains(d_str, 'user.id'), toJSONString(d_str['user.id']), mapContains(d_num, 'user.id'), toString(d_num['user.id']), mapContains(d_bool, 'user.id'), if(d_bool['user.id'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'id'), ''), 'null')) AS c9, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c8, [0., 1.] AS e3
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
  ARRAY JOIN e3 AS c3
  GROUP BY c5, c1, c2
  HAVING (count() > 0)
)
GROUP BY c6
HAVING (count() > 0)
ORDER BY c6 ASC NULLS LAST
LIMIT 2000
