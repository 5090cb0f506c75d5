SELECT nullIf(logid, '') AS c2
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND not(ifNull((if(mapContains(d_str, 'path'), d_str['path'], NULL) IN (
  SELECT c1
  FROM (
    SELECT if(mapContains(columns, 'path'), columns['path'], NULL) AS c1
    FROM otel.enrichments
    WHERE (name = 'owners')
    LIMIT 1000001
  )
  WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
)), false))
LIMIT 2000
