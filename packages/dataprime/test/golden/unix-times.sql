SELECT accurateCastOrNull(floor((1500. * 1000000.)), 'Int64') AS c1, accurateCastOrNull(floor((toFloat64(-1.5) * 1000000000.)), 'Int64') AS c2, accurateCastOrNull(floor((toFloat64(1.5) * 1.)), 'Int64') AS c3, toFloat64(intDiv((toInt64(1714521600000000000) - positiveModulo(toInt64(1714521600000000000), toInt64(1000000))), toInt64(1000000))) AS c4, toFloat64(intDiv((toInt64(1714521600000000000) - positiveModulo(toInt64(1714521600000000000), toInt64(1000000000))), toInt64(1000000000))) AS c5
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 1
