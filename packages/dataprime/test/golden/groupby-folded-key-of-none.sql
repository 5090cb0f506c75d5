WITH nullIf(r1, 'null') AS c1
SELECT coalesce('', if(startsWith(c1, '"'), JSONExtractString(c1), NULL)) AS c2, toFloat64(count()) AS c3
FROM (
  SELECT arrayResize(JSONExtractArrayRaw(d_json, 'msg'), (length(JSONExtractArrayRaw(d_json, 'msg')) + throwIf((length(JSONExtractArrayRaw(d_json, 'msg')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS r1
GROUP BY c2
HAVING (count() > 0)
LIMIT 2000
