SELECT toFloat64(count()) AS c1, (toFloat64(accurateCastOrNull((toInt128(maxOrNull(toUnixTimestamp64Nano(ts))) - toInt128(minOrNull(toUnixTimestamp64Nano(ts)))), 'Int64')) / 60000000000.) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 2000
