SELECT c2 AS c4, c3 AS c5
FROM (
  WITH 'mine' AS c1, multiIf(mapContains(d_str, 'user.kind'), toJSONString(d_str['user.kind']), mapContains(d_num, 'user.kind'), toString(d_num['user.kind']), mapContains(d_bool, 'user.kind'), if(d_bool['user.kind'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'kind'), ''), 'null')) AS v1, nullIf(arrayElementOrNull(extractGroups('id=7 plan=x', '(?-s)id=(?P<id>\\d+) plan=(?P<kind>\\w)'), 2), '') AS v2
  SELECT multiIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), multiIf(mapContains(d_str, 'user.kind'), toJSONString(d_str['user.kind']), mapContains(d_num, 'user.kind'), toString(d_num['user.kind']), mapContains(d_bool, 'user.kind'), if(d_bool['user.kind'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'kind'), ''), 'null')), if(isNull(v2), NULL, toJSONString(assumeNotNull(v2)))) AS c3, multiIf(ifNull(not(isNull(c1)), false), c1, nullIf(arrayElementOrNull(extractGroups('id=7 plan=x', '(?-s)id=(?P<id>\\d+) plan=(?P<kind>\\w)'), 1), '')) AS c2
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
LIMIT 1
