SELECT c1 AS c2, multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS c3
FROM (
  WITH nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3
  SELECT d_str, d_num, d_bool, d_json, arraySlice(v2, 1, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND (nullIf(severity, 0) >= toUInt8(5))
)
ARRAY JOIN e1 AS c1
WHERE ((positionCaseInsensitive(c1, 'PAY') > 0) AND arrayExists((x) -> match(x, '(?i)(?:\\A|[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-])PAY(?:[\\s=/:@#$*|,;\'"(\\[{})\\]<>._-]|\\z)'), arrayMap((l) -> if(startsWith(l, '"'), JSONExtractString(l), l), arrayFilter((l) -> not(endsWith(l, ':')), extractAll(ifNull(c1, ''), '"(?:[^"\\\\]|\\\\.)*"(?:\\s*:)?|-?[0-9][0-9.eE+-]*|true|false')))))
LIMIT 2000
