WITH ((if(mapContains(d_num, 'duration'), d_num['duration'], NULL) * 0.) + 0.) AS v1, ((if(isFinite(v1), v1, NULL) * if(ifNull(if(mapContains(d_bool, 'ok'), d_bool['ok'], NULL), false), 1., -1.)) + 0.) AS v2
SELECT if(isFinite(v2), v2, NULL) AS c1, toFloat64(count()) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY c1
ORDER BY c2 ASC NULLS LAST
LIMIT 2000
