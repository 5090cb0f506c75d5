SELECT c4 AS c2, sumOrNull(c1) AS c3
FROM (
  SELECT nullIf(logid, '') AS c4, [1., toFloat64(2.5)] AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND in(logid, tuple('l01', 'l02'))
)
ARRAY JOIN e1 AS c1
GROUP BY c2
HAVING (count() > 0)
ORDER BY c2 ASC NULLS LAST
LIMIT 2000
