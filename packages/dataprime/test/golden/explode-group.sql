WITH nullIf(r1, 'null') AS c1
SELECT c1 AS c2, toFloat64(count()) AS c3
FROM (
  SELECT arrayResize(JSONExtractArrayRaw(d_json, 'tags'), (length(JSONExtractArrayRaw(d_json, 'tags')) + throwIf((length(JSONExtractArrayRaw(d_json, 'tags')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS r1
GROUP BY r1
HAVING (count() > 0)
ORDER BY c3 DESC NULLS LAST, toFloat64OrNull(c2) ASC NULLS LAST, if(startsWith(c2, '"'), JSONExtractString(c2), NULL) ASC NULLS LAST, multiIf((c2 = 'true'), true, (c2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
