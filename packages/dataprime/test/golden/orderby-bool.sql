WITH multiIf(mapContains(d_str, 'ok'), toJSONString(d_str['ok']), mapContains(d_num, 'ok'), toString(d_num['ok']), mapContains(d_bool, 'ok'), if(d_bool['ok'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'ok'), ''), 'null')) AS v1
SELECT multiIf(mapContains(d_str, 'ok'), toJSONString(d_str['ok']), mapContains(d_num, 'ok'), toString(d_num['ok']), mapContains(d_bool, 'ok'), if(d_bool['ok'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'ok'), ''), 'null')) AS c1, nullIf(logid, '') AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND multiIf(isNull(v1), false, startsWith(v1, '{'), NULL, true)
ORDER BY if(mapContains(d_num, 'ok'), d_num['ok'], NULL) ASC NULLS LAST, if(mapContains(d_str, 'ok'), d_str['ok'], NULL) ASC NULLS LAST, if(mapContains(d_bool, 'ok'), d_bool['ok'], NULL) ASC NULLS LAST, nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
