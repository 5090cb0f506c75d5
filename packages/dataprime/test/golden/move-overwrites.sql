SELECT nullIf(logid, '') AS c2, multiIf(mapContains(d_str, 'error.kind'), toJSONString(d_str['error.kind']), mapContains(d_num, 'error.kind'), toString(d_num['error.kind']), mapContains(d_bool, 'error.kind'), if(d_bool['error.kind'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error', 'kind'), ''), 'null')) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
