SELECT encodeURLComponent('a b/ü') AS c1, if(isValidUTF8(decodeURLComponent('a%20b+c')), decodeURLComponent('a%20b+c'), NULL) AS c2, toFloat64(lengthUTF8(toString(generateUUIDv4(1)))) AS c3, ((toFloat64(bitShiftRight(rand64(2), 11)) / toFloat64(9007199254740992)) >= 0.) AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
