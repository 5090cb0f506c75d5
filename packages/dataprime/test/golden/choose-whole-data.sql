WITH nullIf(nullIf(JSONExtractRaw(c2, 'path'), ''), 'null') AS v1
SELECT nullIf(logid, '') AS c1, d_json AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (if(startsWith(v1, '"'), JSONExtractString(v1), NULL) = '/cart')
LIMIT 2000
