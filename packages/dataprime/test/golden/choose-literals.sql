SELECT 'it\'s' AS c1, toFloat64(1.5) AS c2, true AS c3, CAST(NULL, 'Nullable(String)') AS c4, toInt64(259200000000000) AS c5, toInt64(0) AS c6, toInt64(1709164800000000000) AS c7, toInt64(1714521600123000000) AS c8, toUInt8(5) AS c9, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), [1., 2.]), ','), ']') AS c10, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(j, 'null'), CAST([], 'Array(Nullable(String))')), ','), ']') AS c11
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
