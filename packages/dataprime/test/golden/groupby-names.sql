WITH maxOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v1, minOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v2
SELECT nullIf(applicationname, '') AS c1, multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')) AS c2, toFloat64(count()) AS c3, coalesce(toString(maxOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1)))) AS c4, coalesce(toString(minOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v2), NULL, toJSONString(assumeNotNull(v2)))) AS c5, (sumOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) + 1.) AS c6
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
GROUP BY c1, c2
LIMIT 2000
