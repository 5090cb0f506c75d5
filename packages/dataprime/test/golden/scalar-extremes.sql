SELECT greatest(greatest(3., 1.), 2.) AS c1, least(3., 1.) AS c2, plus(plus(1., 2.), 3.) AS c3, if(isNull(CAST(NULL, 'Nullable(Float64)')), NULL, greatest(1., assumeNotNull(CAST(NULL, 'Nullable(Float64)')))) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
