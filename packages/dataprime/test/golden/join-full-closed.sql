SELECT c9, c7, multiIf(ifNull(not(isNull(if(startsWith(c5, '"'), JSONExtractString(c5), c5))), false), c5, c6) AS c10
FROM (
  SELECT toNullable(c9) AS c9, toNullable(c5) AS c5
  FROM (
    SELECT nullIf(logid, '') AS c9, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c5
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (logid = 'l01')
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c6) AS c6, toNullable(c7) AS c7
  FROM (
    SELECT c6, c7
    FROM (
      WITH multiIf((nullIf(severity, 0) = 1), 'Debug', (nullIf(severity, 0) = 2), 'Verbose', (nullIf(severity, 0) = 3), 'Info', (nullIf(severity, 0) = 4), 'Warning', (nullIf(severity, 0) = 5), 'Error', (nullIf(severity, 0) = 6), 'Critical', NULL) AS v1
      SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c6, JSONMergePatch(ifNull(NULL, '{}'), concat('{"path":', 'null', '}'), concat('{"path":', ifNull(multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), 'null'), '}'), concat('{"level":', 'null', '}'), concat('{"level":', ifNull(if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), 'null'), '}')) AS c7
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (d_num['status'] = 500.)
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c5 = c6)
ORDER BY toFloat64OrNull(c10) ASC NULLS LAST, if(startsWith(c10, '"'), JSONExtractString(c10), NULL) ASC NULLS LAST, multiIf((c10 = 'true'), true, (c10 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
