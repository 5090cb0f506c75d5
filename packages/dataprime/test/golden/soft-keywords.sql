SELECT c2 AS c3, c1 AS c4, 1. AS c5
FROM (
  WITH if(startsWith(c1, '"'), JSONExtractString(c1), NULL) AS v1, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) AS v2
  SELECT c2 AS o1_0, toFloat64OrNull(c1) AS o1_1, v1 AS o1_2, v2 AS o1_3, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, toFloat64(count()) AS c2
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  GROUP BY c1
  ORDER BY c2 DESC NULLS LAST, toFloat64OrNull(c1) ASC NULLS LAST, v1 ASC NULLS LAST, v2 ASC NULLS LAST
)
ORDER BY o1_0 DESC NULLS LAST, o1_1 ASC NULLS LAST, o1_2 ASC NULLS LAST, o1_3 ASC NULLS LAST
LIMIT 2000
