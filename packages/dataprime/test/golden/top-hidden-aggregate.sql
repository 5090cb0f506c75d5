WITH maxOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v1, maxOrNull(if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL)) AS v2
SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, coalesce(toString(maxOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), multiIf(isNull(v2), NULL, v2, 'true', 'false')) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY c1
ORDER BY toFloat64OrNull(c2) DESC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) DESC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) DESC NULLS LAST, toFloat64OrNull(c1) DESC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) DESC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) DESC NULLS LAST
LIMIT 2
