WITH nullIf(r1, 'null') AS c1
SELECT c4 AS c2, c1 AS c3
FROM (
  SELECT nullIf(logid, '') AS c4, arrayResize(JSONExtractArrayRaw(d_json, 'tags'), (length(JSONExtractArrayRaw(d_json, 'tags')) + throwIf((length(JSONExtractArrayRaw(d_json, 'tags')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS r1
WHERE startsWith(if(startsWith(c1, '"'), JSONExtractString(c1), NULL), 'c')
LIMIT 2000
