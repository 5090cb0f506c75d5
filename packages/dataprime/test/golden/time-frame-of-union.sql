SELECT c3
FROM (
  (
    SELECT c1 AS c3
    FROM (
      SELECT toFloat64(count()) AS c1
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714522200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714522200), 'UTC')))
    )
  )
  UNION ALL
  (
    SELECT c2 AS c3
    FROM (
      SELECT toFloat64(count()) AS c2
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714522200000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714522200), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    )
  )
)
ORDER BY c3 ASC NULLS LAST
LIMIT 2000
