SELECT nullIf(logid, '') AS c1, toFloat64(nullIf(severity, 0)) AS c2, multiIf((nullIf(severity, 0) = 1), 'Debug', (nullIf(severity, 0) = 2), 'Verbose', (nullIf(severity, 0) = 3), 'Info', (nullIf(severity, 0) = 4), 'Warning', (nullIf(severity, 0) = 5), 'Error', (nullIf(severity, 0) = 6), 'Critical', NULL) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
