WITH if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))) AS v1
SELECT nullIf(logid, '') AS c2, concat('{', arrayStringConcat(arrayMap((m1) -> concat(toJSONString(tupleElement(m1, 1)), ':', if(((tupleElement(m1, 1) = 'duration') AND startsWith(tupleElement(m1, 2), '{')), concat('{', arrayStringConcat(arrayMap((m0) -> concat(toJSONString(tupleElement(m0, 1)), ':', tupleElement(m0, 2)), arrayFilter((m0) -> not((tupleElement(m0, 1) = 'x')), JSONExtractKeysAndValuesRaw(tupleElement(m1, 2)))), ','), '}'), tupleElement(m1, 2))), JSONExtractKeysAndValuesRaw(JSONMergePatch(ifNull(d_json, '{}'), if(JSONHas(ifNull(d_json, '{}'), 'duration', 'x'), concat('{"duration":{"x":', 'null', '}}'), '{}'), if(isNull(v1), '{}', concat('{"duration":{"x":', ifNull(v1, 'null'), '}}'))))), ','), '}') AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
LIMIT 2000
