SELECT accurateCastOrNull(round((toFloat64(toInt64(10000000000)) * toFloat64(1.5))), 'Int64') AS c1, accurateCastOrNull(round((toFloat64(toInt64(3600000000000)) / nullIf(8., 0.))), 'Int64') AS c2, (intDiv(toInt64(7500000000000), toInt64(3600000000000)) * toInt64(3600000000000)) AS c3, accurateCastOrNull(round((toFloat64(toFloat64(2.5)) * 3600000000000.)), 'Int64') AS c4, accurateCastOrNull(round((toFloat64(5.) * 1.)), 'Int64') AS c5
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
