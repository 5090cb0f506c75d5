SELECT c3
FROM (
  (
    WITH nullIf(logid, '') AS c1
    SELECT c1 AS c3
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    ORDER BY nullIf(logid, '') DESC NULLS LAST
    LIMIT 1
  )
  UNION ALL
  (
    WITH nullIf(logid, '') AS c2
    SELECT c2 AS c3
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    ORDER BY nullIf(logid, '') ASC NULLS LAST
    LIMIT 2
  )
)
ORDER BY c3 ASC NULLS LAST
LIMIT 2000
