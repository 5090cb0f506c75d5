WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS v1
SELECT toUnixTimestamp64Nano(ts) AS t0, nullIf(severity, 0) AS t1, nullIf(logid, '') AS t2, nullIf(toString(templateid), '0') AS t3, nullIf(priorityclass, '') AS t4, nullIf(applicationname, '') AS t5, nullIf(subsystemname, '') AS t6, toJSONString(labels) AS t7, d_json AS t8, multiIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), 'x', CAST(NULL, 'Nullable(String)')) AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
