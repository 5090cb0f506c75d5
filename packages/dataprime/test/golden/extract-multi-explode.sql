SELECT c2 AS c3, toFloat64(count()) AS c4
FROM (
  WITH if(isNull(v4), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), extractAll(assumeNotNull(v4), '((?-s)[a-z]{5,})')), ','), ']')) AS c1, if(not(ifNull(startsWith(c1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '"'), JSONExtractString(nullIf(r, 'null')), NULL), JSONExtractArrayRaw(ifNull(c1, '[]')))) AS v1, length(v1) AS v2, multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS v3, if(startsWith(v3, '"'), JSONExtractString(v3), v3) AS v4
  SELECT arrayResize(v1, (v2 + throwIf((v2 > 100000), '«explode: an array has more than 100000 elements»'))) AS e2
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e2 AS c2
GROUP BY c3
HAVING (count() > 0)
ORDER BY c3 ASC NULLS LAST
LIMIT 2000
