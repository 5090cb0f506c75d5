SELECT nullIf(logid, '') AS c1, toFloat64(count()) AS c2
FROM (
  (
    SELECT logid
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (d_str['path'] = '/cart')
  )
  UNION ALL
  (
    SELECT logid
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714518000000000000), 'UTC')) AND (ts <= fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714518000), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (d_str['path'] = '/cart')
  )
)
GROUP BY logid
HAVING (count() > 0)
ORDER BY c1 ASC NULLS LAST
LIMIT 2000
