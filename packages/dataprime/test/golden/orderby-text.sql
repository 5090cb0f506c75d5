SELECT c1
FROM (
  SELECT arraySlice(['10', '9', '100'], 1, (length(['10', '9', '100']) + throwIf((length(['10', '9', '100']) > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC'))
  LIMIT 1
)
ARRAY JOIN e1 AS c1
ORDER BY c1 ASC NULLS LAST
LIMIT 2000
