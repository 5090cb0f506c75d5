WITH [multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null'))] AS v1
SELECT nullIf(logid, '') AS c1, hasAll(arrayFilter((x) -> isNotNull(x), [CAST(NULL, 'Nullable(Float64)'), toFloat64(12.5)]), arrayFilter((x) -> isNotNull(x), [if(mapContains(d_num, 'duration'), d_num['duration'], NULL)])) AS c2, hasAll(arrayFilter((x) -> isNotNull(x), [CAST(NULL, 'Nullable(Float64)'), if(mapContains(d_num, 'error.retries'), d_num['error.retries'], NULL)]), arrayFilter((x) -> isNotNull(x), [0.])) AS c3, (hasAll(arrayFilter((x) -> isNotNull(x), [CAST(NULL, 'Nullable(String)')]), arrayFilter((x) -> isNotNull(x), v1)) AND hasAll(arrayFilter((x) -> isNotNull(x), v1), arrayFilter((x) -> isNotNull(x), [CAST(NULL, 'Nullable(String)')]))) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
