SELECT c1
FROM (
  WITH ['b', CAST(NULL, 'Nullable(String)'), 'a'] AS v1, length(v1) AS v2
  SELECT arraySlice(v1, 1, (v2 + throwIf((v2 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND (logid = 'l01')
)
ARRAY JOIN e1 AS c1
ORDER BY c1 ASC NULLS LAST
LIMIT 2000
