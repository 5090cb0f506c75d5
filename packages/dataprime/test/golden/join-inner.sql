SELECT nullIf(logid, '') AS c6, nullIf(nullIf(JSONExtractRaw(c5, 'tags'), ''), 'null') AS c7
FROM (
  SELECT logid, nullIf(logid, '') AS c3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      WITH multiIf(mapContains(d_str, 'tags'), toJSONString(d_str['tags']), mapContains(d_num, 'tags'), toString(d_num['tags']), mapContains(d_bool, 'tags'), if(d_bool['tags'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null')) AS v1
      SELECT nullIf(logid, '') AS c4, JSONMergePatch(ifNull(NULL, '{}'), concat('{"id":', 'null', '}'), concat('{"id":', ifNull(if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))), 'null'), '}'), concat('{"tags":', 'null', '}'), concat('{"tags":', ifNull(multiIf(mapContains(d_str, 'tags'), toJSONString(d_str['tags']), mapContains(d_num, 'tags'), toString(d_num['tags']), mapContains(d_bool, 'tags'), if(d_bool['tags'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'tags'), ''), 'null')), 'null'), '}')) AS c5
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND multiIf(isNull(v1), false, startsWith(v1, '{'), NULL, true)
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
ORDER BY c6 ASC NULLS LAST
LIMIT 2000
