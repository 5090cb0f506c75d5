WITH if(isFinite(v1), v1, NULL) AS c1, (if(mapContains(d_num, 'duration'), d_num['duration'], NULL) * 2.) AS v1
SELECT nullIf(logid, '') AS c2, c1 AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
