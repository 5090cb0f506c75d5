WITH concat('[', arrayStringConcat(arrayMap((t, n, a) -> concat('{"timestamp":', toString(intDiv(toUnixTimestamp64Nano(t), toInt64(1000))), ',"name":', toJSONString(n), ',"fields":', toJSONString(a), '}'), events.ts, events.name, events.attrs), ','), ']') AS v1, nullIf(nullIf(JSONExtractRaw(arrayElement(JSONExtractArrayRaw(ifNull(v1, '')), 1), 'name'), ''), 'null') AS v2
SELECT nullIf(nullIf(JSONExtractRaw(arrayElement(JSONExtractArrayRaw(ifNull(v1, '')), 1), 'fields', 'exception.type'), ''), 'null') AS c1
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (if(startsWith(v2, '"'), JSONExtractString(v2), NULL) = 'exception')
LIMIT 2000
