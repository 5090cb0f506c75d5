SELECT nullIf(nullIf(JSONExtractRaw(c1, 'name'), ''), 'null') AS c2, nullIf(nullIf(JSONExtractRaw(c1, 'fields', 'exception.type'), ''), 'null') AS c3
FROM (
  WITH concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']') AS v1, if(not(ifNull(startsWith(v1, '['), false)), CAST([], 'Array(Nullable(String))'), arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '{'), nullIf(r, 'null'), NULL), JSONExtractArrayRaw(ifNull(v1, '[]')))) AS v2, length(v2) AS v3
  SELECT arrayResize(v2, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.spans
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS c1
LIMIT 2000
