WITH 2. AS c2, multiIf(mapContains(d_str, 'user.a'), toJSONString(d_str['user.a']), mapContains(d_num, 'user.a'), toString(d_num['user.a']), mapContains(d_bool, 'user.a'), if(d_bool['user.a'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'a'), ''), 'null')) AS v1, if(startsWith(v1, '{'), v1, NULL) AS v2, ifNull(v2, '{}') AS v3, concat('{', arrayStringConcat(arrayMap((m0) -> concat(toJSONString(tupleElement(m0, 1)), ':', tupleElement(m0, 2)), arrayFilter((m0) -> not((tupleElement(m0, 1) = 'b')), JSONExtractKeysAndValuesRaw(JSONMergePatch(v3, if(JSONHas(v3, 'c'), concat('{"c":', 'null', '}'), '{}'), if(isNull(toString(c2)), '{}', concat('{"c":', ifNull(toString(c2), 'null'), '}')))))), ','), '}') AS v4
SELECT nullIf(logid, '') AS c3, if((isNull(v2) AND (v4 = '{}')), NULL, v4) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 2000
