SELECT multiIf(mapContains(d_str, 'k8s\\.pod'), toJSONString(d_str['k8s\\.pod']), mapContains(d_num, 'k8s\\.pod'), toString(d_num['k8s\\.pod']), mapContains(d_bool, 'k8s\\.pod'), if(d_bool['k8s\\.pod'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'k8s.pod'), ''), 'null')) AS c1, nullIf(logid, '') AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (d_str['k8s\\.pod'] = 'pod-7')
LIMIT 2000
