SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY if(mapContains(d_num, 'duration'), d_num['duration'], NULL) DESC NULLS LAST, if(mapContains(d_str, 'duration'), d_str['duration'], NULL) DESC NULLS LAST, if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL) DESC NULLS LAST
LIMIT 2
