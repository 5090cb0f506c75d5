SELECT concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), arrayConcat(arraySort(arrayFilter((x) -> isNotNull(x), (
  SELECT arrayMap((t) -> tupleElement(t, 1), groupArray(tuple(c2)))
  FROM (
    SELECT c2
    FROM (
      SELECT multiIf(mapContains(d_num, 'status'), d_num['status'], mapContains(d_str, 'status'), if(isFinite(toFloat64OrNull(d_str['status'])), toFloat64OrNull(d_str['status']), NULL), mapContains(d_bool, 'status'), if(d_bool['status'], 1., 0.), NULL) AS c2
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
  )
))), arrayFilter((x) -> isNull(x), (
  SELECT arrayMap((t) -> tupleElement(t, 1), groupArray(tuple(c2)))
  FROM (
    SELECT c2
    FROM (
      SELECT multiIf(mapContains(d_num, 'status'), d_num['status'], mapContains(d_str, 'status'), if(isFinite(toFloat64OrNull(d_str['status'])), toFloat64OrNull(d_str['status']), NULL), mapContains(d_bool, 'status'), if(d_bool['status'], 1., 0.), NULL) AS c2
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
  )
)))), ','), ']') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
