SELECT nullIf(logid, '') AS c6, nullIf(nullIf(JSONExtractRaw(c5, 'n'), ''), 'null') AS c7
FROM (
  WITH if(mapContains(d_num, 'duration'), d_num['duration'], NULL) AS v1, if(mapContains(d_str, 'duration'), d_str['duration'], NULL) AS v2, if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL) AS v3
  SELECT v1 AS o1_0, v2 AS o1_1, v3 AS o1_2, logid, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ORDER BY v1 DESC NULLS LAST, v2 DESC NULLS LAST, v3 DESC NULLS LAST
  LIMIT 3
) AS left_rows
LEFT JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      SELECT c1 AS c4, JSONMergePatch(ifNull(NULL, '{}'), concat('{"path":', 'null', '}'), concat('{"path":', ifNull(c1, 'null'), '}'), concat('{"n":', 'null', '}'), concat('{"n":', ifNull(toString(c2), 'null'), '}')) AS c5
      FROM (
        SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, toFloat64(count()) AS c2
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY c1
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
ORDER BY o1_0 DESC NULLS LAST, o1_1 DESC NULLS LAST, o1_2 DESC NULLS LAST
LIMIT 2000
