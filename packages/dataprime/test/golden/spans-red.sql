SELECT nullIf(service, '') AS c1, toFloat64(count()) AS c2, toFloat64(countIf(ifNull((multiIf((status = 1), 'OK', (status = 2), 'ERROR', 'UNSET') = 'ERROR'), false))) AS c3, avgOrNull((toFloat64(duration) / 1000.)) AS c4
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY service
ORDER BY c1 ASC NULLS LAST
LIMIT 2000
