SELECT CAST(NULL, 'Nullable(Float64)') AS c1, CAST(NULL, 'Nullable(Float64)') AS c2, CAST(NULL, 'Nullable(UInt8)') AS c3, CAST(NULL, 'Nullable(Int64)') AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
