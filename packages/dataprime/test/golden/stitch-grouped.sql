SELECT c5, c6, c9 AS c10
FROM (
  SELECT toNullable(c5) AS c5, toNullable(c6) AS c6, toNullable(c7) AS c7, toNullable(o3_0) AS o3_0, toNullable(o3_1) AS o3_1, toNullable(o3_2) AS o3_2
  FROM (
    SELECT c5, c6, toFloat64(row_number() OVER (ORDER BY o2_0 ASC NULLS LAST, o2_1 ASC NULLS LAST, o2_2 ASC NULLS LAST)) AS c7, o2_0 AS o3_0, o2_1 AS o3_1, o2_2 AS o3_2
    FROM (
      SELECT c1 AS c5, c2 AS c6, o1_0 AS o2_0, o1_1 AS o2_1, o1_2 AS o2_2
      FROM (
        WITH if(startsWith(c1, '"'), JSONExtractString(c1), NULL) AS v1, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) AS v2
        SELECT toFloat64OrNull(c1) AS o1_0, v1 AS o1_1, v2 AS o1_2, toFloat64(count()) AS c2, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY c1
        ORDER BY toFloat64OrNull(c1) ASC NULLS LAST, v1 ASC NULLS LAST, v2 ASC NULLS LAST
      )
      ORDER BY o1_0 ASC NULLS LAST, o1_1 ASC NULLS LAST, o1_2 ASC NULLS LAST
    )
    ORDER BY o2_0 ASC NULLS LAST, o2_1 ASC NULLS LAST, o2_2 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c8) AS c8, toNullable(c9) AS c9, toNullable(c3) AS c3, toNullable(c4) AS c4
  FROM (
    SELECT c8, c9, c3, c4
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o2_0 ASC NULLS LAST)) AS c8, c9, c3, c4
      FROM (
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"subsystemname":', 'null', '}'), concat('{"subsystemname":', ifNull(if(isNull(c3), NULL, toJSONString(assumeNotNull(c3))), 'null'), '}'), concat('{"m":', 'null', '}'), concat('{"m":', ifNull(toString(c4), 'null'), '}')) AS c9, c3, c4, o1_0 AS o2_0
        FROM (
          SELECT nullIf(subsystemname, '') AS c3, toFloat64(count()) AS c4, c3 AS o1_0
          FROM otel.logs
          WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
          GROUP BY subsystemname
          ORDER BY c3 ASC NULLS LAST
        )
        ORDER BY o1_0 ASC NULLS LAST
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c7 = c8)
ORDER BY multiIf(ifNull(not(isNull(c7)), false), c7, c8) ASC NULLS LAST, o3_0 ASC NULLS LAST, o3_1 ASC NULLS LAST, o3_2 ASC NULLS LAST
LIMIT 2000
