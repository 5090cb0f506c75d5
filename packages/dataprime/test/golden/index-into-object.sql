SELECT nullIf(nullIf(arrayElement(JSONExtractArrayRaw(ifNull(d_json, ''), 'user'), 1), ''), 'null') AS c1, nullIf(nullIf(arrayElement(JSONExtractArrayRaw(ifNull(d_json, ''), 'tags'), 1), ''), 'null') AS c2, nullIf(nullIf(arrayElement(JSONExtractArrayRaw(ifNull(d_json, ''), 'user', 'id'), 1), ''), 'null') AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l02')
LIMIT 2000
