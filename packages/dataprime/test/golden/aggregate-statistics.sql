WITH quantileOrNull(toFloat64(0.5))(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) AS v1, quantileOrNull(toFloat64(0.5))(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) AS v2, stddevPopStableOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) AS v3, varPopStableOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) AS v4, stddevSampStableOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) AS v5, varSampStableOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) AS v6
SELECT if(isFinite(v1), v1, NULL) AS c1, if(isFinite(v2), v2, NULL) AS c2, if(isFinite(v3), v3, NULL) AS c3, if(isFinite(v4), v4, NULL) AS c4, if(isFinite(v5), v5, NULL) AS c5, if(isFinite(v6), v6, NULL) AS c6
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 2000
