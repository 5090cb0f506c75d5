SELECT c1
FROM (
  SELECT ['10', '9', '100'] AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  LIMIT 1
)
ARRAY JOIN e1 AS c1
ORDER BY if(isFinite(toFloat64OrNull(c1)), toFloat64OrNull(c1), NULL) DESC NULLS LAST
LIMIT 2000
