SELECT toUnixTimestamp64Nano(ts) AS t0, nullIf(severity, 0) AS t1, nullIf(logid, '') AS t2, nullIf(toString(templateid), '0') AS t3, nullIf(priorityclass, '') AS t4, nullIf(applicationname, '') AS t5, nullIf(subsystemname, '') AS t6, toJSONString(labels) AS t7, d_json AS t8, c5
FROM (
  SELECT ts, severity, logid, templateid, priorityclass, applicationname, subsystemname, labels, d_json, multiIf(mapContains(d_str, 'user.id'), toJSONString(d_str['user.id']), mapContains(d_num, 'user.id'), toString(d_num['user.id']), mapContains(d_bool, 'user.id'), if(d_bool['user.id'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'id'), ''), 'null')) AS c3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND in(logid, tuple('l01', 'l06'))
) AS left_rows
LEFT JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      SELECT c1 AS c4, JSONMergePatch(ifNull(NULL, '{}'), concat('{"uid":', 'null', '}'), concat('{"uid":', ifNull(c1, 'null'), '}'), concat('{"n":', 'null', '}'), concat('{"n":', ifNull(toString(c2), 'null'), '}')) AS c5
      FROM (
        SELECT multiIf(mapContains(d_str, 'user.id'), toJSONString(d_str['user.id']), mapContains(d_num, 'user.id'), toString(d_num['user.id']), mapContains(d_bool, 'user.id'), if(d_bool['user.id'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user', 'id'), ''), 'null')) AS c1, toFloat64(count()) AS c2
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
ORDER BY nullIf(logid, '') ASC NULLS LAST
LIMIT 2000
