SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714435200000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714521900250000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714435200), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714521900), 'UTC')))
LIMIT 2000
