SELECT name AS c1
FROM otel.spans
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (trace_id = toFixedString(unhex('0af7651916cd43dd8448eb211c80319c'), 16)) AND (parent_id = toFixedString(unhex('0000000000000000'), 8))
LIMIT 2000
