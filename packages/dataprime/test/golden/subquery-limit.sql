SELECT nullIf(logid, '') AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (if(mapContains(d_num, 'duration'), d_num['duration'], NULL) IN (
  SELECT c1
  FROM (
    SELECT c1
    FROM (
      WITH multiIf(mapContains(d_num, 'duration'), d_num['duration'], mapContains(d_str, 'duration'), if(isFinite(toFloat64OrNull(d_str['duration'])), toFloat64OrNull(d_str['duration']), NULL), mapContains(d_bool, 'duration'), if(d_bool['duration'], 1., 0.), NULL) AS v1
      SELECT multiIf(mapContains(d_num, 'duration'), d_num['duration'], mapContains(d_str, 'duration'), if(isFinite(toFloat64OrNull(d_str['duration'])), toFloat64OrNull(d_str['duration']), NULL), mapContains(d_bool, 'duration'), if(d_bool['duration'], 1., 0.), NULL) AS c1, v1 AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY v1 DESC NULLS LAST
      LIMIT 1
    )
    ORDER BY o1_0 DESC NULLS LAST
    LIMIT 1000001
  )
  WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
))
LIMIT 2000
