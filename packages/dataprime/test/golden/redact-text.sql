WITH if(isNull(v1), NULL, arrayStringConcat(arrayMap((p) -> if(and(startsWith(p, '"'), not(endsWith(p, ':'))), toJSONString(replaceAll(JSONExtractString(p), 'e', '$1\\1')), p), extractAll(assumeNotNull(v1), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|[^"]+')))) AS c1, multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS v1
SELECT nullIf(logid, '') AS c2, c1 AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
