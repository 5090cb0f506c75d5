WITH concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), splitByString(',', 'a,b,,c')), ','), ']') AS c1
SELECT if(not(ifNull(startsWith(c1, '['), false)), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), arrayMap((r) -> if(startsWith(nullIf(r, 'null'), '"'), JSONExtractString(nullIf(r, 'null')), NULL), JSONExtractArrayRaw(ifNull(c1, '[]')))), ','), ']')) AS c2, nullIf(nullIf(arrayElement(JSONExtractArrayRaw(ifNull(c1, '')), 4), ''), 'null') AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
