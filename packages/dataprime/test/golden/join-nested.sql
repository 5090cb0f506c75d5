SELECT c13, c14
FROM (
  WITH if(startsWith(c14, '"'), JSONExtractString(c14), NULL) AS v1, multiIf((c14 = 'true'), true, (c14 = 'false'), false, NULL) AS v2
  SELECT c2 AS c13, nullIf(nullIf(JSONExtractRaw(c12, 'u', 'n'), ''), 'null') AS c14, toFloat64OrNull(c14) AS o2_0, v1 AS o2_1, v2 AS o2_2
  FROM (
    SELECT nullIf(logid, '') AS c2, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c10
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ) AS left_rows
  LEFT JOIN (
    SELECT toNullable(c11) AS c11, toNullable(c12) AS c12
    FROM (
      SELECT c11, c12
      FROM (
        SELECT c3 AS c11, JSONMergePatch(ifNull(NULL, '{}'), concat('{"path":', 'null', '}'), concat('{"path":', ifNull(c3, 'null'), '}'), concat('{"user":', 'null', '}'), concat('{"user":', ifNull(c4, 'null'), '}'), concat('{"u":', 'null', '}'), concat('{"u":', ifNull(c9, 'null'), '}')) AS c12
        FROM (
          SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3, multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS c4, multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS c7
          FROM otel.logs
          WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ) AS left_rows
        LEFT JOIN (
          SELECT toNullable(c8) AS c8, toNullable(c9) AS c9
          FROM (
            SELECT c8, c9
            FROM (
              SELECT c5 AS c8, JSONMergePatch(ifNull(NULL, '{}'), concat('{"user":', 'null', '}'), concat('{"user":', ifNull(c5, 'null'), '}'), concat('{"n":', 'null', '}'), concat('{"n":', ifNull(toString(c6), 'null'), '}')) AS c9
              FROM (
                SELECT multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS c5, toFloat64(count()) AS c6
                FROM otel.logs
                WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
                GROUP BY c5
              )
              LIMIT 1000001
            )
            WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
          )
        ) AS right_rows
        ON (c7 = c8)
        LIMIT 1000001
      )
      WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
    )
  ) AS right_rows
  ON (c10 = c11)
  ORDER BY toFloat64OrNull(c14) DESC NULLS LAST, v1 DESC NULLS LAST, v2 DESC NULLS LAST
  LIMIT 1 BY c13
)
ORDER BY c13 ASC NULLS LAST, o2_0 DESC NULLS LAST, o2_1 DESC NULLS LAST, o2_2 DESC NULLS LAST
LIMIT 2000
