WITH maxOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v1, maxOrNull(if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL)) AS v2, minOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v3, minOrNull(if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL)) AS v4
SELECT toFloat64(count()) AS c1, coalesce(toString(maxOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), multiIf(isNull(v2), NULL, v2, 'true', 'false')) AS c2, coalesce(toString(minOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v3), NULL, toJSONString(assumeNotNull(v3))), multiIf(isNull(v4), NULL, v4, 'true', 'false')) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 2000
