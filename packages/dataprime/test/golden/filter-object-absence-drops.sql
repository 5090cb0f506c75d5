WITH multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS v1
SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND not(multiIf(isNull(v1), false, startsWith(v1, '{'), NULL, true))
LIMIT 2000
