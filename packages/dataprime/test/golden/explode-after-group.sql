SELECT c1, c2, c3
FROM (
  WITH if(not(ifNull(startsWith(c2, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '"'), JSONExtractString(nullIf(r, 'null')), NULL), JSONExtractArrayRaw(ifNull(c2, '[]')))) AS v1, length(v1) AS v2
  SELECT c1, c2, arrayResize(v1, (v2 + throwIf((v2 > 100000), '«explode: an array has more than 100000 elements»'))) AS e3
  FROM (
    SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, if((count() = 0), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), arrayMap((t) -> tupleElement(t, 1), groupArray(tuple(nullIf(logid, ''))))), ','), ']')) AS c2
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    GROUP BY c1
  )
)
ARRAY JOIN e3 AS c3
ORDER BY c3 DESC NULLS LAST
LIMIT 2000
