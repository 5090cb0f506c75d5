SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714518000000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714518000), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714521600), 'UTC')))
LIMIT 2000
