WITH if((isNull(c1) OR isNull(v1)), NULL, greatest(assumeNotNull(c1), assumeNotNull(v1))) AS c2, toFloat64(toYear(fromUnixTimestamp64Nano(CAST(NULL, 'Nullable(Int64)'), 'UTC'))) AS v1
SELECT c2 AS c3
FROM (
  SELECT toFloat64(count()) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
GROUP BY c3
HAVING (count() > 0)
LIMIT 2000
