WITH if(isNull(v1), NULL, arrayStringConcat(arrayMap((p) -> if(and(startsWith(p, '"'), not(endsWith(p, ':'))), toJSONString(replaceRegexpAll(JSONExtractString(p), '(?-s)[a-z]+', '"')), p), extractAll(assumeNotNull(v1), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|[^"]+')))) AS c1, multiIf(mapContains(d_str, 'items'), toJSONString(d_str['items']), mapContains(d_num, 'items'), toString(d_num['items']), mapContains(d_bool, 'items'), if(d_bool['items'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'items'), ''), 'null')) AS v1
SELECT c1 AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l04')
LIMIT 2000
