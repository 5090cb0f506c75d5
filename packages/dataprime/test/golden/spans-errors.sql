WITH toFloat64OrNull(if(mapContains(attrs, 'http.status_code'), attrs['http.status_code'], NULL)) AS v1
SELECT nullIf(service, '') AS c1, if(isFinite(v1), v1, NULL) AS c2, ((toFloat64(duration) / 1000.) / 1000.) AS c3, if(mapContains(resource, 'service.version'), resource['service.version'], NULL) AS c4
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (attrs['error'] = 'true')
LIMIT 2000
