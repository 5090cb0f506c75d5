SELECT concat('[', arrayStringConcat(arrayMap((j) -> ifNull(toString(j), 'null'), arrayConcat(arraySort(arrayFilter((x) -> isNotNull(x), (
  SELECT arrayMap((t) -> tupleElement(t, 1), groupArray(tuple(c4)))
  FROM (
    SELECT c4
    FROM (
      SELECT c3 AS c4
      FROM (
        WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2
        SELECT toFloat64(count()) AS c3
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY c2
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
  )
))), arrayFilter((x) -> isNull(x), (
  SELECT arrayMap((t) -> tupleElement(t, 1), groupArray(tuple(c4)))
  FROM (
    SELECT c4
    FROM (
      SELECT c3 AS c4
      FROM (
        WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2
        SELECT toFloat64(count()) AS c3
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY c2
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«a query in an expression: the query in it has more than 1000000 rows»') = 0)
  )
)))), ','), ']') AS c1
FROM otel.logs
WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
LIMIT 1
