SELECT c1
FROM (
  WITH nullIf(nullIf(JSONExtractRaw(d_json, 'items'), ''), 'null') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3
  SELECT arraySlice(v2, 1, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
)
ARRAY JOIN e1 AS c1
WHERE (toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c1, 'n'), ''), 'null')) > 1.)
LIMIT 2000
