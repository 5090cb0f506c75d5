WITH arrayMap((t) -> tupleElement(t, 1), groupArray(tuple(nullIf(logid, '')))) AS v1
SELECT if((count() = 0), NULL, concat('[', arrayStringConcat(arrayMap((j) -> ifNull(if(isNull(j), NULL, toJSONString(assumeNotNull(j))), 'null'), arrayConcat(arraySort(arrayFilter((x) -> isNotNull(x), v1)), arrayFilter((x) -> isNull(x), v1))), ','), ']')) AS c1
FROM (
  SELECT logid
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ORDER BY nullIf(logid, '') DESC NULLS LAST
  LIMIT 3
)
LIMIT 2000
