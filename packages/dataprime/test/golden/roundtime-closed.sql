WITH (toUnixTimestamp64Nano(ts) - positiveModulo(toUnixTimestamp64Nano(ts), toInt64(60000000000))) AS c3
SELECT c3 AS c4, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c5, toFloat64(count()) AS c6
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY c4, c5
ORDER BY c4 ASC NULLS LAST, toFloat64OrNull(c5) ASC NULLS LAST, if(startsWith(c5, '"'), JSONExtractString(c5), NULL) ASC NULLS LAST, multiIf((c5 = 'true'), true, (c5 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
