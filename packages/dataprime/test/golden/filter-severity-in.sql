SELECT nullIf(logid, '') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND in(nullIf(severity, 0), tuple(toUInt8(3), toUInt8(1)))
LIMIT 2000
