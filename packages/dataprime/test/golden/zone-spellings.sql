WITH toInt64(1714564800000000000) AS c1
SELECT formatDateTime(fromUnixTimestamp64Nano((c1 + toInt64(3600000000000)), 'UTC'), '%H:%i') AS c2, formatDateTime(fromUnixTimestamp64Nano((c1 + toInt64(5400000000000)), 'UTC'), '%H:%i') AS c3, formatDateTime(fromUnixTimestamp64Nano((c1 + toInt64(-5400000000000)), 'UTC'), '%H:%i') AS c4, formatDateTime(fromUnixTimestamp64Nano((c1 + toInt64(3600000000000)), 'UTC'), '%H:%i') AS c5, formatDateTime(fromUnixTimestamp64Nano(c1, 'America/New_York'), '%H:%i') AS c6
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
