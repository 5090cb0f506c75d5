SELECT c1, c2
FROM (
  SELECT nullIf(applicationname, '') AS c1, nullIf(logid, '') AS c2, nullIf(logid, '') AS o1_0
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ORDER BY nullIf(logid, '') ASC NULLS LAST
  LIMIT 2 BY applicationname
)
ORDER BY c2 ASC NULLS LAST, o1_0 ASC NULLS LAST
LIMIT 2000
