WITH maxOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v1, maxOrNull(if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL)) AS v2
SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, avgOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL)) AS c2, coalesce(toString(maxOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), multiIf(isNull(v2), NULL, v2, 'true', 'false')) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY c1
ORDER BY toFloat64OrNull(c3) DESC NULLS LAST, if(startsWith(c3, '"'), JSONExtractString(c3), NULL) DESC NULLS LAST, multiIf((c3 = 'true'), true, (c3 = 'false'), false, NULL) DESC NULLS LAST
LIMIT 1
