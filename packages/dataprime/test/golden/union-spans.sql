SELECT c6 AS c7, toFloat64(count()) AS c8
FROM (
  (
    WITH 'log' AS c2
    SELECT c2 AS c6
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
  UNION ALL
  (
    WITH 'span' AS c4
    SELECT c4 AS c6
    FROM otel.spans
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
)
GROUP BY c7
HAVING (count() > 0)
ORDER BY c7 ASC NULLS LAST
LIMIT 2000
