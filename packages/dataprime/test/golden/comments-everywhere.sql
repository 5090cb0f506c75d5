SELECT toFloat64(count()) AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND (if(mapContains(d_num, 'status'), d_num['status'], NULL) >= 500.)
LIMIT 2000
