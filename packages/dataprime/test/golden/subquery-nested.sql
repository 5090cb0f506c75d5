SELECT toFloat64(count()) AS c3
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) IN (
  SELECT c2
  FROM (
    SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (if(mapContains(d_str, 'path'), d_str['path'], NULL) IN (
      SELECT c1
      FROM (
        SELECT if(mapContains(columns, 'path'), columns['path'], NULL) AS c1
        FROM otel.enrichments
        WHERE (name = 'owners')
        LIMIT 1000001
      )
      WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
    ))
    GROUP BY c2
    LIMIT 1000001
  )
  WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
))
LIMIT 2000
