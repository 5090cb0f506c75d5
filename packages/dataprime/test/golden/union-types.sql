SELECT c5, c6
FROM (
  (
    SELECT c1 AS c5, c2 AS c6
    FROM (
      SELECT toFloat64(count()) AS c2, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      GROUP BY c1
    )
  )
  UNION ALL
  (
    WITH multiIf((c3 = 1), 'Debug', (c3 = 2), 'Verbose', (c3 = 3), 'Info', (c3 = 4), 'Warning', (c3 = 5), 'Error', (c3 = 6), 'Critical', NULL) AS v1
    SELECT if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))) AS c5, c4 AS c6
    FROM (
      SELECT toFloat64(count()) AS c4, nullIf(severity, 0) AS c3
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      GROUP BY severity
    )
  )
)
ORDER BY toFloat64OrNull(c5) ASC NULLS LAST, if(startsWith(c5, '"'), JSONExtractString(c5), NULL) ASC NULLS LAST, multiIf((c5 = 'true'), true, (c5 = 'false'), false, NULL) ASC NULLS LAST, c6 ASC NULLS LAST
LIMIT 2000
