WITH if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id))) AS v1
SELECT lower(hex(span_id)) AS c1, v1 AS c2, v1 AS c3
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
ORDER BY lower(hex(span_id)) ASC NULLS LAST
LIMIT 2000
