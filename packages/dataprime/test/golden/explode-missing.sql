SELECT toFloat64(count()) AS c2
FROM (
  SELECT arrayResize(JSONExtractArrayRaw(d_json, 'nothing', 'here'), (length(JSONExtractArrayRaw(d_json, 'nothing', 'here')) + throwIf((length(JSONExtractArrayRaw(d_json, 'nothing', 'here')) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS r1
LIMIT 2000
