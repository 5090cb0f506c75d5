SELECT toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000))) AS c1, toUnixTimestamp64Nano(ts) AS c2
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY toFloat64(intDiv(toUnixTimestamp64Nano(ts), toInt64(1000))) ASC NULLS LAST
LIMIT 2000
