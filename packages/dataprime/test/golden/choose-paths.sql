SELECT toUnixTimestamp64Nano(ts) AS c1, nullIf(severity, 0) AS c2, nullIf(applicationname, '') AS c3, multiIf(mapContains(d_str, 'user.id'), toJSONString(d_str['user.id']), mapContains(d_num, 'user.id'), toString(d_num['user.id']), mapContains(d_bool, 'user.id'), if(d_bool['user.id'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'id'), ''), 'null')) AS c4, multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS c5
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 2000
