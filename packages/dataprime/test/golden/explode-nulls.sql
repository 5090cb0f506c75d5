SELECT c1
FROM (
  SELECT ['b', CAST(NULL, 'Nullable(String)'), 'a'] AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l01')
)
ARRAY JOIN e1 AS c1
ORDER BY c1 ASC NULLS LAST
LIMIT 2000
