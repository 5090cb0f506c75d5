SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY c3
ORDER BY toFloat64OrNull(c3) ASC NULLS LAST, if(startsWith(c3, '"'), JSONExtractString(c3), NULL) ASC NULLS LAST, multiIf((c3 = 'true'), true, (c3 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
