SELECT c1 AS c9, nullIf(nullIf(JSONExtractRaw(c8, 'n'), ''), 'null') AS c10, c8 AS c11
FROM (
  SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c6
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
LEFT JOIN (
  SELECT toNullable(c7) AS c7, toNullable(c8) AS c8
  FROM (
    SELECT c7, c8
    FROM (
      SELECT c3 AS c7, JSONMergePatch(ifNull(NULL, '{}'), concat('{"path":', 'null', '}'), concat('{"path":', ifNull(c3, 'null'), '}'), concat('{"n":', 'null', '}'), concat('{"n":', ifNull(toString(c4), 'null'), '}'), concat('{"slowest":', 'null', '}'), concat('{"slowest":', ifNull(c5, 'null'), '}')) AS c8
      FROM (
        WITH maxOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v1, maxOrNull(if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL)) AS v2
        SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3, toFloat64(count()) AS c4, coalesce(toString(maxOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), multiIf(isNull(v2), NULL, v2, 'true', 'false')) AS c5
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY c3
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c6 = c7)
ORDER BY c9 ASC NULLS LAST
LIMIT 2000
