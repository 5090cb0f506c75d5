SELECT multiIf(mapContains(d_str, 'error'), toJSONString(d_str['error']), mapContains(d_num, 'error'), toString(d_num['error']), mapContains(d_bool, 'error'), if(d_bool['error'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'error'), ''), 'null')) AS c1, multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND (logid = 'l02')
LIMIT 2000
