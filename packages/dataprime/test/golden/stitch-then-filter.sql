WITH c8 AS c9
SELECT c4 AS c10, nullIf(nullIf(JSONExtractRaw(c9, 'status'), ''), 'null') AS c11
FROM (
  SELECT toNullable(c5) AS c5, toNullable(c6) AS c6, toNullable(o2_0) AS o2_0, toNullable(c4) AS c4
  FROM (
    SELECT c5, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c6, o1_0 AS o2_0, c4
    FROM (
      SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c5, nullIf(logid, '') AS c4, ts AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c7) AS c7, toNullable(c8) AS c8, toNullable(c3) AS c3
  FROM (
    SELECT c7, c8, c3
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c7, c8, c3
      FROM (
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"status":', 'null', '}'), concat('{"status":', ifNull(multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')), 'null'), '}')) AS c8, multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS c3, ts AS o1_0
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts ASC NULLS LAST
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c6 = c7)
WHERE (if(startsWith(c5, '"'), JSONExtractString(c5), NULL) = '/pay')
ORDER BY multiIf(ifNull(not(isNull(c6)), false), c6, c7) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
