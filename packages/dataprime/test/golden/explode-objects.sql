WITH nullIf(r1, 'null') AS c1, (toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c1, 'n'), ''), 'null')) * 2.) AS v1
SELECT nullIf(nullIf(JSONExtractRaw(c1, 'sku'), ''), 'null') AS c2, if(isFinite(v1), v1, NULL) AS c3, c5 AS c4
FROM (
  SELECT nullIf(logid, '') AS c5, arrayResize(JSONExtractArrayRaw(d_json, 'items'), (length(JSONExtractArrayRaw(d_json, 'items')) + throwIf((length(JSONExtractArrayRaw(d_json, 'items')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS r1
ORDER BY toFloat64OrNull(c2) ASC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) ASC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
