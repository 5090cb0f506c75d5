SELECT c1 AS c3, c2 AS c4, c6 AS c5
FROM (
  SELECT c6, nullIf(r1, 'null') AS c1, ['x', 'y'] AS e2
  FROM (
    SELECT nullIf(logid, '') AS c6, arrayResize(JSONExtractArrayRaw(d_json, 'tags'), (length(JSONExtractArrayRaw(d_json, 'tags')) + throwIf((length(JSONExtractArrayRaw(d_json, 'tags')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  )
  ARRAY JOIN e1 AS r1
)
ARRAY JOIN e2 AS c2
ORDER BY c5 ASC NULLS LAST, toFloat64OrNull(c3) ASC NULLS LAST, if(startsWith(c3, '"'), JSONExtractString(c3), NULL) ASC NULLS LAST, multiIf((c3 = 'true'), true, (c3 = 'false'), false, NULL) ASC NULLS LAST, c4 ASC NULLS LAST
LIMIT 2000
