WITH toUnixTimestamp64Nano(ts) AS c1, c1 AS c2
SELECT (c2 + toInt64(3600000000000)) AS c3, nullIf(logid, '') AS c4
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
ORDER BY c4 ASC NULLS LAST
LIMIT 2000
