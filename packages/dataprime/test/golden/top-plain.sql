SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
ORDER BY toFloat64OrNull(c2) DESC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) DESC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) DESC NULLS LAST
LIMIT 2
