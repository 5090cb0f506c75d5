SELECT (7. / 2.) AS c1, ((7. % nullIf(3., 0.)) + 0.) AS c2, ((-7. % nullIf(3., 0.)) + 0.) AS c3, (5. / nullIf(0., 0.)) AS c4, ((5. % nullIf(0., 0.)) + 0.) AS c5, (2. + if(isFinite((3. * 4.)), (3. * 4.), NULL)) AS c6, -2. AS c7, (toFloat64(0.1) + toFloat64(0.2)) AS c8, if(isFinite((toFloat64(9007199254740992) * 1000.)), (toFloat64(9007199254740992) * 1000.), NULL) AS c9, if(isFinite((toFloat64(1e+308) * 10.)), (toFloat64(1e+308) * 10.), NULL) AS c10
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
