SELECT multiIf(ifNull((if(mapContains(d_str, 'path'), d_str['path'], NULL) = '/pay'), false), 'money', 'other') AS c1, sumOrNull(multiIf((d_num['duration'] > 100.), 1., 0.)) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND multiIf(ifNull((multiIf(mapContains(d_num, 'status'), d_num['status'], mapContains(d_str, 'status'), if(isFinite(toFloat64OrNull(d_str['status'])), toFloat64OrNull(d_str['status']), NULL), mapContains(d_bool, 'status'), if(d_bool['status'], 1., 0.), NULL) >= 500.), false), true, false)
GROUP BY c1
ORDER BY multiIf(ifNull((c1 = 'money'), false), 1., 2.) ASC NULLS LAST
LIMIT 2000
