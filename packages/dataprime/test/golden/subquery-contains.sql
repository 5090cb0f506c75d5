SELECT toFloat64(count()) AS c2
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (nullIf(service, '') IN (
  SELECT c1
  FROM (
    SELECT nullIf(subsystemname, '') AS c1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    GROUP BY subsystemname
    LIMIT 1000001
  )
  WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
))
LIMIT 2000
