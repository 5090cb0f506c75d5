WITH multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS v1, if(startsWith(v1, '{'), v1, NULL) AS v2, concat('{', arrayStringConcat(arrayMap((m0) -> concat(toJSONString(tupleElement(m0, 1)), ':', tupleElement(m0, 2)), arrayFilter((m0) -> not((tupleElement(m0, 1) = 'id')), JSONExtractKeysAndValuesRaw(ifNull(v2, '{}')))), ','), '}') AS v3
SELECT nullIf(logid, '') AS c1, if((isNull(v2) AND (v3 = '{}')), NULL, v3) AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 2000
