WITH (toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c1, 'n'), ''), 'null')) * 2.) AS v1
SELECT nullIf(nullIf(JSONExtractRaw(c1, 'sku'), ''), 'null') AS c2, if(isFinite(v1), v1, NULL) AS c3, nullIf(logid, '') AS c4
FROM (
  WITH nullIf(nullIf(JSONExtractRaw(d_json, 'items'), ''), 'null') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> nullIf(r, 'null'), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3
  SELECT logid, arraySlice(v2, 1, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
)
ARRAY JOIN e1 AS c1
ORDER BY toFloat64OrNull(c2) ASC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) ASC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
