SELECT ((2. + if(isFinite((3. * 4.)), (3. * 4.), NULL)) - (6. / 3.)) AS c1, ((10. - 4.) - 3.) AS c2, ((if(isFinite((2. * 3.)), (2. * 3.), NULL) % nullIf(4., 0.)) + 0.) AS c3, (true OR (false AND false)) AS c4, ((1. < 2.) = true) AS c5, (not(false) AND false) AS c6, if(isFinite(((-2. * -3.) + 0.)), ((-2. * -3.) + 0.), NULL) AS c7
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
