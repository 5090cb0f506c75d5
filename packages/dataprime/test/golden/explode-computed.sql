SELECT c1 AS c2, toFloat64(count()) AS c3
FROM (
  WITH if(mapContains(d_str, 'msg'), d_str['msg'], NULL) AS v1, if(isNull(v1), CAST([], 'Array(Nullable(String))'), splitByString(' ', assumeNotNull(v1))) AS v2, length(v2) AS v3
  SELECT arrayResize(v2, (v3 + throwIf((v3 > 100000), '«explode: an array has more than 100000 elements»'))) AS e1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
)
ARRAY JOIN e1 AS c1
WHERE (toFloat64(lengthUTF8(c1)) > 6.)
GROUP BY c2
HAVING (count() > 0)
ORDER BY c2 ASC NULLS LAST, c3 ASC NULLS LAST
LIMIT 2000
