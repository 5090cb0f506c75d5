WITH nullIf(nullIf(JSONExtractRaw(c1, 'id'), ''), 'null') AS v1, nullIf(nullIf(JSONExtractRaw(c1, 'id'), ''), 'null') AS v2
SELECT multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS c1, toFloat64(count()) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
GROUP BY c1
ORDER BY c2 DESC NULLS LAST, toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c1, 'id'), ''), 'null')) ASC NULLS LAST, if(startsWith(v1, '"'), JSONExtractString(v1), NULL) ASC NULLS LAST, multiIf((v2 = 'true'), true, (v2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
