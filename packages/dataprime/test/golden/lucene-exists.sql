WITH multiIf(mapContains(d_str, 'error'), toJSONString(d_str['error']), mapContains(d_num, 'error'), toString(d_num['error']), mapContains(d_bool, 'error'), if(d_bool['error'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error'), ''), 'null')) AS v1
SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1)))
LIMIT 2000
