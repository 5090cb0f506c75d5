WITH nullIf(r1, 'null') AS c1
SELECT c5 AS c2, c1 AS c3, c6 AS c4
FROM (
  SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c6, nullIf(logid, '') AS c5, arrayResize(JSONExtractArrayRaw(d_json, 'tags'), (length(JSONExtractArrayRaw(d_json, 'tags')) + throwIf((length(JSONExtractArrayRaw(d_json, 'tags')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS r1
ORDER BY c2 ASC NULLS LAST, toFloat64OrNull(c3) ASC NULLS LAST, if(startsWith(c3, '"'), JSONExtractString(c3), NULL) ASC NULLS LAST, multiIf((c3 = 'true'), true, (c3 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
