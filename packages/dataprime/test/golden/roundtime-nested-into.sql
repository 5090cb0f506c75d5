WITH (toUnixTimestamp64Nano(ts) - positiveModulo(toUnixTimestamp64Nano(ts), toInt64(1800000000000))) AS c1, multiIf(mapContains(d_str, 'at'), toJSONString(d_str['at']), mapContains(d_num, 'at'), toString(d_num['at']), mapContains(d_bool, 'at'), if(d_bool['at'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'at'), ''), 'null')) AS v1, if(startsWith(v1, '{'), v1, NULL) AS v2, ifNull(v2, '{}') AS v3, concat(formatDateTime(fromUnixTimestamp64Nano(c1, 'UTC'), '%Y-%m-%dT%H:%i:%S'), '.', leftPad(toString(positiveModulo(c1, toInt64(1000000000))), 9, '0'), 'Z') AS v4, if(isNull(v4), NULL, toJSONString(assumeNotNull(v4))) AS v5, JSONMergePatch(v3, if(JSONHas(v3, 'half'), concat('{"half":', 'null', '}'), '{}'), if(isNull(v5), '{}', concat('{"half":', ifNull(v5, 'null'), '}'))) AS v6
SELECT nullIf(logid, '') AS c2, if((isNull(v2) AND (v6 = '{}')), NULL, v6) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
