WITH if(mapContains(d_str, 'msg'), d_str['msg'], NULL) AS v1, if(mapContains(d_num, 'duration'), d_num['duration'], NULL) AS v2
SELECT nullIf(logid, '') AS c1, multiIf((d_num['status'] = 200.), 'fine', (d_num['duration'] > 900.), 'slow', 'other') AS c2, multiIf(ifNull((position(v1, 'GET') > 0), false), 1., ifNull((position(v1, 'slow') > 0), false), 2., CAST(NULL, 'Nullable(Float64)')) AS c3, multiIf(ifNull((if(mapContains(d_str, 'path'), d_str['path'], NULL) = '/pay'), false), 'p', 'x') AS c4, multiIf(ifNull((v2 > 1000.), false), 'big', ifNull((v2 > 100.), false), 'mid', CAST(NULL, 'Nullable(String)')) AS c5, multiIf(ifNull((if(mapContains(d_num, 'duration'), d_num['duration'], NULL) < 10.), false), 'tiny', '-') AS c6
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
