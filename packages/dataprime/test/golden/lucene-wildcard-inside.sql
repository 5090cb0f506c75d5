SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND arrayExists((x) -> match(x, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])(?:card_\\S*)(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'), arrayMap((l) -> if(startsWith(l, '"'), JSONExtractString(l), l), arrayFilter((l) -> not(endsWith(l, ':')), extractAll(ifNull(multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')), ''), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false'))))
LIMIT 2000
