SELECT c1 AS c4, nullIf(nullIf(JSONExtractRaw(c3, 's'), ''), 'null') AS c5
FROM (
  WITH if(mapContains(d_num, 'path'), d_num['path'], NULL) AS v1, if(mapContains(d_str, 'path'), d_str['path'], NULL) AS v2, if(mapContains(d_bool, 'path'), d_bool['path'], NULL) AS v3
  SELECT v1 AS o1_0, v2 AS o1_1, v3 AS o1_2, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ORDER BY v1 ASC NULLS LAST, v2 ASC NULLS LAST, v3 ASC NULLS LAST
  LIMIT 2
) AS left_rows
CROSS JOIN (
  SELECT toNullable(c3) AS c3
  FROM (
    SELECT c3
    FROM (
      SELECT c3
      FROM (
        WITH nullIf(severity, 0) AS c2, multiIf((c2 = 1), 'Debug', (c2 = 2), 'Verbose', (c2 = 3), 'Info', (c2 = 4), 'Warning', (c2 = 5), 'Error', (c2 = 6), 'Critical', NULL) AS v1
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"s":', 'null', '}'), concat('{"s":', ifNull(if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), 'null'), '}')) AS c3, nullIf(severity, 0) AS o1_0
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY nullIf(severity, 0) ASC NULLS LAST
        LIMIT 2
      )
      ORDER BY o1_0 ASC NULLS LAST
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ORDER BY toFloat64OrNull(c4) ASC NULLS LAST, if(startsWith(c4, '"'), JSONExtractString(c4), NULL) ASC NULLS LAST, multiIf((c4 = 'true'), true, (c4 = 'false'), false, NULL) ASC NULLS LAST, toFloat64OrNull(c5) ASC NULLS LAST, if(startsWith(c5, '"'), JSONExtractString(c5), NULL) ASC NULLS LAST, multiIf((c5 = 'true'), true, (c5 = 'false'), false, NULL) ASC NULLS LAST, o1_0 ASC NULLS LAST, o1_1 ASC NULLS LAST, o1_2 ASC NULLS LAST
LIMIT 2000
