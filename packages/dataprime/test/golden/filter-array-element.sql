WITH nullIf(nullIf(JSONExtractRaw(arrayElement(JSONExtractArrayRaw(ifNull(d_json, ''), 'items'), 2), 'sku'), ''), 'null') AS v1
SELECT nullIf(nullIf(JSONExtractRaw(arrayElement(JSONExtractArrayRaw(ifNull(d_json, ''), 'items'), 1), 'n'), ''), 'null') AS c1, nullIf(nullIf(arrayElement(JSONExtractArrayRaw(ifNull(d_json, ''), 'tags'), 1), ''), 'null') AS c2, nullIf(nullIf(arrayElement(JSONExtractArrayRaw(ifNull(d_json, ''), 'items'), 6), ''), 'null') AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (if(startsWith(v1, '"'), JSONExtractString(v1), NULL) = 'b')
LIMIT 2000
