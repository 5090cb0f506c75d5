SELECT toUnixTimestamp64Nano(ts) AS t0, nullIf(severity, 0) AS t1, nullIf(logid, '') AS t2, nullIf(toString(templateid), '0') AS t3, nullIf(priorityclass, '') AS t4, nullIf(applicationname, '') AS t5, nullIf(subsystemname, '') AS t6, toJSONString(labels) AS t7, d_json AS t8
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND (subsystemname = 'checkout') AND (multiIf(mapContains(d_num, 'status'), d_num['status'], mapContains(d_str, 'status'), if(isFinite(toFloat64OrNull(d_str['status'])), toFloat64OrNull(d_str['status']), NULL), mapContains(d_bool, 'status'), if(d_bool['status'], 1., 0.), NULL) > 500.)
LIMIT 2000
