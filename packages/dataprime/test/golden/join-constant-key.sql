SELECT nullIf(logid, '') AS c7, nullIf(nullIf(JSONExtractRaw(c6, 'path'), ''), 'null') AS c8
FROM (
  WITH 'x' AS c1
  SELECT logid, arrayJoin(array(c1)) AS c4
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
LEFT JOIN (
  SELECT toNullable(c5) AS c5, toNullable(c6) AS c6
  FROM (
    SELECT c5, c6
    FROM (
      SELECT c5, c6
      FROM (
        WITH 'x' AS c2, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3
        SELECT arrayJoin(array(c2)) AS c5, JSONMergePatch(ifNull(NULL, '{}'), concat('{"k":', 'null', '}'), concat('{"k":', ifNull(if(isNull(c2), NULL, toJSONString(assumeNotNull(c2))), 'null'), '}'), concat('{"path":', 'null', '}'), concat('{"path":', ifNull(c3, 'null'), '}')) AS c6
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        LIMIT 1
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c4 = c5)
LIMIT 2000
