SELECT c1 AS c8, toFloat64(count()) AS c9
FROM (
  SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')) AS c5
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c6) AS c6, toNullable(c7) AS c7
  FROM (
    SELECT c6, c7
    FROM (
      SELECT multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')) AS c6, JSONMergePatch(ifNull(NULL, '{}'), concat('{"plan":', 'null', '}'), concat('{"plan":', ifNull(multiIf(mapContains(d_str, 'user.plan'), toJSONString(d_str['user.plan']), mapContains(d_num, 'user.plan'), toString(d_num['user.plan']), mapContains(d_bool, 'user.plan'), if(d_bool['user.plan'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'plan'), ''), 'null')), 'null'), '}'), concat('{"id":', 'null', '}'), concat('{"id":', ifNull(if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))), 'null'), '}')) AS c7
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c5 = c6)
GROUP BY c8
HAVING (count() > 0)
ORDER BY c8 ASC NULLS LAST
LIMIT 2000
