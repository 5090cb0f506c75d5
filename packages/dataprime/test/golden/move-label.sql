WITH nullIf(applicationname, '') AS c1
SELECT nullIf(logid, '') AS c2, c1 AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
ORDER BY c2 ASC NULLS LAST
LIMIT 2000
