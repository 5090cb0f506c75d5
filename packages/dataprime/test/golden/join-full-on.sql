SELECT c11 AS c13, c9 AS c14, nullIf(nullIf(JSONExtractRaw(c6, 'path'), ''), 'null') AS c15, nullIf(nullIf(JSONExtractRaw(c5, 'other'), ''), 'null') AS c16
FROM (
  SELECT toNullable(c6) AS c6, toNullable(c9) AS c9, toNullable(c11) AS c11, toNullable(c3) AS c3
  FROM (
    SELECT d_json AS c6, nullIf(severity, 0) AS c9, nullIf(logid, '') AS c11, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND in(logid, tuple('l01', 'l02'))
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c4, JSONMergePatch(ifNull(NULL, '{}'), concat('{"p":', 'null', '}'), concat('{"p":', ifNull(multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), 'null'), '}'), concat('{"other":', 'null', '}'), concat('{"other":', ifNull(if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))), 'null'), '}')) AS c5
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND in(d_str['path'], tuple('/cart', '/ledger'))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
ORDER BY toFloat64OrNull(c16) ASC NULLS LAST, if(startsWith(c16, '"'), JSONExtractString(c16), NULL) ASC NULLS LAST, multiIf((c16 = 'true'), true, (c16 = 'false'), false, NULL) ASC NULLS LAST, c13 ASC NULLS LAST
LIMIT 2000
