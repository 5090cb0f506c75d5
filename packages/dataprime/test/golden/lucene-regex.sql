SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND arrayExists((x) -> match(x, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])(?:(?-s)(cart|pay))(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'), arrayMap((l) -> if(startsWith(l, '"'), JSONExtractString(l), l), arrayFilter((l) -> not(endsWith(l, ':')), extractAll(ifNull(multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), ''), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false'))))
LIMIT 2000
