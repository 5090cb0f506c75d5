WITH multiIf((2. = 10.), log10(8.), (2. = 2.), log2(8.), if((pow(2., round((log(8.) / log(2.)))) = 8.), round((log(8.) / log(2.))), (log(8.) / log(2.)))) AS v1
SELECT if(isFinite(abs(-9000.)), abs(-9000.), NULL) AS c1, if(isFinite(v1), v1, NULL) AS c2, accurateCastOrNull(round((toFloat64(toFloat64(2.5)) * 3600000000000.)), 'Int64') AS c3, (intDiv(toInt64(7500000000000), toInt64(3600000000000)) * toInt64(3600000000000)) AS c4, toInt64(60000000000) AS c5
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
