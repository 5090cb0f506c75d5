SELECT c5, c6
FROM (
  (
    SELECT c1 AS c5, c2 AS c6
    FROM (
      SELECT maxOrNull(toUnixTimestamp64Nano(ts)) AS c2, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      GROUP BY c1
    )
  )
  UNION ALL
  (
    SELECT if(isNull(c3), NULL, toJSONString(assumeNotNull(c3))) AS c5, c4 AS c6
    FROM (
      SELECT minOrNull(toUnixTimestamp64Nano(ts)) AS c4, nullIf(applicationname, '') AS c3
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      GROUP BY applicationname
    )
  )
)
WHERE (c6 < toInt64(1714522500000000000))
ORDER BY c6 ASC NULLS LAST, toFloat64OrNull(c5) ASC NULLS LAST, if(startsWith(c5, '"'), JSONExtractString(c5), NULL) ASC NULLS LAST, multiIf((c5 = 'true'), true, (c5 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
