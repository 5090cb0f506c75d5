SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, multiIf(mapContains(d_num, 'status'), d_num['status'], mapContains(d_str, 'status'), if(isFinite(toFloat64OrNull(d_str['status'])), toFloat64OrNull(d_str['status']), NULL), mapContains(d_bool, 'status'), if(d_bool['status'], 1., 0.), NULL) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
ORDER BY toFloat64OrNull(c1) DESC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) DESC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) DESC NULLS LAST, c2 DESC NULLS LAST
LIMIT 4
