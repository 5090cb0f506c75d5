SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521900000000000), 'UTC')) AND (ts <= fromUnixTimestamp64Nano(toInt64(1714522500000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521900), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714522500), 'UTC')))
LIMIT 2000
