WITH stddevPopStableOrNull(if(ifNull(if(mapContains(d_bool, 'ok'), d_bool['ok'], NULL), false), toFloat64(1714521600000000000), toFloat64(1714521600000001000))) AS v1
SELECT if(isFinite(v1), v1, NULL) AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 2000
