WITH [2., CAST(NULL, 'Nullable(Float64)'), 1.] AS v1
SELECT formatDateTime(fromUnixTimestamp64Nano((toInt64(1714521600000000000) + toInt64(18000000000000)), 'UTC'), '%H:%i') AS c1, concat(formatDateTime(fromUnixTimestamp64Nano((toInt64(1714521600000000000) + toInt64(18000000000000)), 'UTC'), '%Y-%m-%dT%H:%i:%S.'), concat('', substring(leftPad(toString(positiveModulo(toInt64(1714521600000000000), toInt64(1000000000))), 9, '0'), 1, 9)), '+05:00') AS c2, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), arrayConcat(arrayFilter((x) -> isNull(x), v1), arraySort(arrayFilter((x) -> isNotNull(x), v1)))), ','), ']') AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
