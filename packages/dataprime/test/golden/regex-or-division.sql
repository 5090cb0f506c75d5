SELECT ((8. / 2.) / 2.) AS c1, match('a/b', '\\A(?:(?-s)a/b)\\z') AS c2, (toInt64(1714525200000000000) - positiveModulo(toInt64(1714525200000000000), toInt64(86400000000000))) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
