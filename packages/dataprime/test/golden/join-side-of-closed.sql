SELECT c1 AS c7, nullIf(nullIf(JSONExtractRaw(c6, 'n'), ''), 'null') AS c8
FROM (
  SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c4
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c5) AS c5, toNullable(c6) AS c6
  FROM (
    SELECT c5, c6
    FROM (
      SELECT c2 AS c5, JSONMergePatch(ifNull(NULL, '{}'), concat('{"place":', 'null', '}'), concat('{"place":', ifNull(c2, 'null'), '}'), concat('{"n":', 'null', '}'), concat('{"n":', ifNull(toString(c3), 'null'), '}')) AS c6
      FROM (
        SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2, toFloat64(count()) AS c3
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY c2
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c4 = c5)
GROUP BY c7, c8
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c7) ASC NULLS LAST, if(startsWith(c7, '"'), JSONExtractString(c7), NULL) ASC NULLS LAST, multiIf((c7 = 'true'), true, (c7 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
