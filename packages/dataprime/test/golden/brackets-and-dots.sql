WITH 1. AS c1
SELECT multiIf(mapContains(d_str, 'user.id'), toJSONString(d_str['user.id']), mapContains(d_num, 'user.id'), toString(d_num['user.id']), mapContains(d_bool, 'user.id'), if(d_bool['user.id'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'id'), ''), 'null')) AS c2, c1 AS c3, nullIf(logid, '') AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (d_str['user.id'] = 'u2') AND (d_str['user.plan'] = 'pro')
LIMIT 2000
