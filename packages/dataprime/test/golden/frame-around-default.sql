SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714520400000000000), 'UTC')) AND (ts <= fromUnixTimestamp64Nano(toInt64(1714524000000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714520400), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714524000), 'UTC')))
LIMIT 2000
