SELECT c1 AS c2, toFloat64(count()) AS c3
FROM (
  WITH multiIf(mapContains(d_str, 'x.word'), toJSONString(d_str['x.word']), mapContains(d_num, 'x.word'), toString(d_num['x.word']), mapContains(d_bool, 'x.word'), if(d_bool['x.word'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'x', 'word'), ''), 'null')) AS v1, multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS v2, if(startsWith(v2, '"'), JSONExtractString(v2), v2) AS v3, if(isNull(v3), NULL, nullIf(arrayElementOrNull(extractGroups(assumeNotNull(v3), '(?-s)(?P<word>[a-z]{4,})'), 1), '')) AS v4
  SELECT multiIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), multiIf(mapContains(d_str, 'x.word'), toJSONString(d_str['x.word']), mapContains(d_num, 'x.word'), toString(d_num['x.word']), mapContains(d_bool, 'x.word'), if(d_bool['x.word'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'x', 'word'), ''), 'null')), if(isNull(v4), NULL, toJSONString(assumeNotNull(v4)))) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
GROUP BY c2
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c2) ASC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) ASC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
