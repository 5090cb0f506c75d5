SELECT c5, multiIf(ifNull(not(isNull(c9)), false), JSONMergePatch(ifNull(if(startsWith(c6, '{'), c6, NULL), '{}'), ifNull(c9, '{}')), c6) AS c10
FROM (
  SELECT toNullable(c5) AS c5, toNullable(c7) AS c7, toNullable(o2_0) AS o2_0, toNullable(c6) AS c6
  FROM (
    SELECT c5, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c7, o1_0 AS o2_0, c6
    FROM (
      SELECT nullIf(logid, '') AS c5, multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS c6, ts AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c8) AS c8, toNullable(c9) AS c9, toNullable(c3) AS c3, toNullable(c4) AS c4
  FROM (
    SELECT c8, c9, c3, c4
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c8, c9, c3, c4
      FROM (
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"path":', 'null', '}'), concat('{"path":', ifNull(c3, 'null'), '}'), concat('{"status":', 'null', '}'), concat('{"status":', ifNull(c4, 'null'), '}')) AS c9, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3, multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS c4, ts AS o1_0
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts ASC NULLS LAST
        LIMIT 3
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c7 = c8)
ORDER BY multiIf(ifNull(not(isNull(c7)), false), c7, c8) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
