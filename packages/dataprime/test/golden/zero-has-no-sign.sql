SELECT c1 AS c5, c2 AS c6, c3 AS c7, c4 AS c8, toFloat64(count()) AS c9
FROM (
  WITH (((if(mapContains(d_num, 'status'), d_num['status'], NULL) - if(mapContains(d_num, 'status'), d_num['status'], NULL)) * (0. - if(mapContains(d_num, 'status'), d_num['status'], NULL))) + 0.) AS v1, (((0. - if(mapContains(d_num, 'status'), d_num['status'], NULL)) % nullIf(if(mapContains(d_num, 'status'), d_num['status'], NULL), 0.)) + 0.) AS v2, (ceil((0. - (if(mapContains(d_num, 'duration'), d_num['duration'], NULL) / 100000.))) + 0.) AS v3, (0. - (if(mapContains(d_num, 'duration'), d_num['duration'], NULL) / 100000.)) AS v4
  SELECT concat(ifNull(toString(if(isFinite(v1), v1, NULL)), ''), ' ', ifNull(toString((((0. - if(mapContains(d_num, 'status'), d_num['status'], NULL)) % nullIf(if(mapContains(d_num, 'status'), d_num['status'], NULL), 0.)) + 0.)), ''), ' ', ifNull(toString(if(isFinite(v2), v2, NULL)), '')) AS c4, ifNull(toString((0. - (if(mapContains(d_num, 'status'), d_num['status'], NULL) - if(mapContains(d_num, 'status'), d_num['status'], NULL)))), '') AS c3, if(isFinite(v3), v3, NULL) AS c2, if((abs(v4) < 4503599627370496.), ((sign(v4) * floor((abs(v4) + toFloat64(0.49999999999999994)))) + 0.), v4) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
GROUP BY c5, c6, c7, c8
HAVING (count() > 0)
LIMIT 2000
