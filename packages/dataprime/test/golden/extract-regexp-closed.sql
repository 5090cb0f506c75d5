WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, if(isNull(v1), NULL, nullIf(arrayElementOrNull(extractGroups(assumeNotNull(v1), '(?-s)/(?P<first>\\w)'), 1), '')) AS c2, if(startsWith(c1, '"'), JSONExtractString(c1), c1) AS v1
SELECT c2 AS c3, toFloat64(count()) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
GROUP BY c3
ORDER BY c3 ASC NULLS LAST
LIMIT 2000
