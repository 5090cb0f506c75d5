SELECT sumOrNull(if(ifNull(if(mapContains(d_bool, 'ok'), d_bool['ok'], NULL), false), if(mapContains(d_num, 'duration'), d_num['duration'], NULL), 0.)) AS c1, toFloat64(count(if(ifNull(if(mapContains(d_bool, 'ok'), d_bool['ok'], NULL), false), 1., NULL))) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 2000
