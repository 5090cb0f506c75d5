SELECT c4, c5, c6, c7, c8, c9, c10, c13 AS c14
FROM (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5, toNullable(c6) AS c6, toNullable(c7) AS c7, toNullable(c8) AS c8, toNullable(c9) AS c9, toNullable(c10) AS c10, toNullable(c11) AS c11, toNullable(o2_0) AS o2_0
  FROM (
    SELECT c4, c5, c6, c7, c8, c9, c10, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c11, o1_0 AS o2_0
    FROM (
      WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, multiIf(ifNull(not(isNull(if(startsWith(v1, '"'), JSONExtractString(v1), v1))), false), 1., CAST(NULL, 'Nullable(Float64)')) AS c2, nullIf(nullIf(JSONExtractRaw(c1, 'x'), ''), 'null') AS v1
      SELECT JSONMergePatch(ifNull(d_json, '{}'), concat('{"tags":', 'null', '}'), concat('{"tags":', ifNull(multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), 'null'), '}'), if(JSONHas(ifNull(multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')), '{}'), 'x'), concat('{"tags":{"x":', 'null', '}}'), '{}'), if(isNull(toString(c2)), '{}', concat('{"tags":{"x":', ifNull(toString(c2), 'null'), '}}'))) AS c4, JSONMergePatch(toJSONString(labels), if((applicationname = ''), '{}', concat('{"applicationname":', toJSONString(applicationname), '}')), if((subsystemname = ''), '{}', concat('{"subsystemname":', toJSONString(subsystemname), '}'))) AS c5, toUnixTimestamp64Nano(ts) AS c6, nullIf(severity, 0) AS c7, nullIf(priorityclass, '') AS c8, nullIf(logid, '') AS c9, nullIf(toString(templateid), '0') AS c10, nullIf(logid, '') AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND (nullIf(logid, '') <= 'l03')
      ORDER BY nullIf(logid, '') ASC NULLS LAST
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c12) AS c12, toNullable(c13) AS c13, toNullable(c3) AS c3
  FROM (
    SELECT c12, c13, c3
    FROM (
      SELECT arrayJoin(array(toFloat64(row_number() OVER ()))) AS c12, c13, c3
      FROM (
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"k":', 'null', '}'), concat('{"k":', ifNull(c3, 'null'), '}')) AS c13, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c3
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        LIMIT 0
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c11 = c12)
ORDER BY multiIf(ifNull(not(isNull(c11)), false), c11, c12) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
