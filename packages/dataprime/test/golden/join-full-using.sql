WITH multiIf(ifNull(not(isNull(if(startsWith(c5, '"'), JSONExtractString(c5), c5))), false), c5, c6) AS c10
SELECT c10 AS c11, c9 AS c12, nullIf(nullIf(JSONExtractRaw(c7, 'd'), ''), 'null') AS c13
FROM (
  SELECT toNullable(c9) AS c9, toNullable(c5) AS c5
  FROM (
    SELECT c2 AS c9, c1 AS c5
    FROM (
      SELECT toFloat64(count()) AS c2, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      GROUP BY c1
    )
    WHERE (c2 > 1.)
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c6) AS c6, toNullable(c7) AS c7
  FROM (
    SELECT c6, c7
    FROM (
      SELECT c3 AS c6, JSONMergePatch(ifNull(NULL, '{}'), concat('{"path":', 'null', '}'), concat('{"path":', ifNull(c3, 'null'), '}'), concat('{"d":', 'null', '}'), concat('{"d":', ifNull(c4, 'null'), '}')) AS c7
      FROM (
        WITH maxOrNull(if(mapContains(d_str, 'duration'), d_str['duration'], NULL)) AS v1, maxOrNull(if(mapContains(d_bool, 'duration'), d_bool['duration'], NULL)) AS v2
        SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3, coalesce(toString(maxOrNull(if(mapContains(d_num, 'duration'), d_num['duration'], NULL))), if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), multiIf(isNull(v2), NULL, v2, 'true', 'false')) AS c4
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (if(mapContains(d_str, 'path'), d_str['path'], NULL) != '/pay')
        GROUP BY c3
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c5 = c6)
ORDER BY toFloat64OrNull(c11) ASC NULLS LAST, if(startsWith(c11, '"'), JSONExtractString(c11), NULL) ASC NULLS LAST, multiIf((c11 = 'true'), true, (c11 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
