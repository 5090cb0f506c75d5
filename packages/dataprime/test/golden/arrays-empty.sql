WITH multiIf(mapContains(d_str, 'tags'), toJSONString(d_str['tags']), mapContains(d_num, 'tags'), toString(d_num['tags']), mapContains(d_bool, 'tags'), if(d_bool['tags'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null')) AS v1
SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND if(not(ifNull(startsWith(v1, '['), false)), NULL, empty(arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(v1, '[]')))))
LIMIT 2000
