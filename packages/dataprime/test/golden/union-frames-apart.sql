SELECT c3
FROM (
  (
    SELECT nullIf(logid, '') AS c3
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714524000000000000), 'UTC')) AND (ts <= fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714524000), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
  UNION ALL
  (
    SELECT nullIf(logid, '') AS c3
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714521960000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714521900), 'UTC')))
  )
)
ORDER BY c3 ASC NULLS LAST
LIMIT 2000
