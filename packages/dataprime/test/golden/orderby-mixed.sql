SELECT multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS c1, nullIf(logid, '') AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY if(mapContains(d_num, 'status'), d_num['status'], NULL) ASC NULLS LAST, if(mapContains(d_str, 'status'), d_str['status'], NULL) ASC NULLS LAST, if(mapContains(d_bool, 'status'), d_bool['status'], NULL) ASC NULLS LAST, nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
