SELECT toFloat64(count()) AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND (multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) = multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')))
LIMIT 2000
