WITH multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS v1, assumeNotNull(v1) AS v2
SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND if(isNull(v1), NULL, ((positionCaseInsensitive(v2, 'finished') > 0) AND arrayExists((x) -> match(x, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])finished(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'), arrayMap((l) -> if(startsWith(l, '"'), JSONExtractString(l), l), arrayFilter((l) -> not(endsWith(l, ':')), extractAll(ifNull(v2, ''), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false'))))))
LIMIT 2000
