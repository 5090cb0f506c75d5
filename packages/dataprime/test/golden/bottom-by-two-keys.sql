SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY if(mapContains(d_num, 'path'), d_num['path'], NULL) ASC NULLS LAST, if(mapContains(d_str, 'path'), d_str['path'], NULL) ASC NULLS LAST, if(mapContains(d_bool, 'path'), d_bool['path'], NULL) ASC NULLS LAST, nullIf(logid, '') ASC NULLS LAST
LIMIT 3
