SELECT toFloat64(count()) AS c3
FROM (
  WITH nullIf(nullIf(JSONExtractRaw(d_json, 'items'), ''), 'null') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3
  SELECT arraySlice(v2, 1, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e2
  FROM (
    WITH nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3, multiIf(mapContains(d_str, 'tags'), toJSONString(d_str['tags']), mapContains(d_num, 'tags'), toString(d_num['tags']), mapContains(d_bool, 'tags'), if(d_bool['tags'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null')) AS v4
    SELECT d_json, arraySlice(v2, 1, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND multiIf(isNull(v4), false, startsWith(v4, '{'), NULL, true)
  )
  ARRAY JOIN e1 AS c1
)
ARRAY JOIN e2 AS c2
LIMIT 2000
