SELECT c5, c6, c3 AS c10, c4 AS c11
FROM (
  SELECT toNullable(c5) AS c5, toNullable(c6) AS c6, toNullable(c7) AS c7, toNullable(o2_0) AS o2_0
  FROM (
    SELECT c5, c6, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c7, o1_0 AS o2_0
    FROM (
      SELECT nullIf(logid, '') AS c5, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c6, ts AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c8) AS c8, toNullable(c9) AS c9, toNullable(c3) AS c3, toNullable(c4) AS c4
  FROM (
    SELECT c8, c9, c3, c4
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c8, c9, c3, c4
      FROM (
        WITH concat(formatDateTime(fromUnixTimestamp64Nano(toUnixTimestamp64Nano(ts), 'UTC'), '%Y-%m-%dT%H:%i:%S'), '.', leftPad(toString(positiveModulo(toUnixTimestamp64Nano(ts), toInt64(1000000000))), 9, '0'), 'Z') AS v1
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"at":', 'null', '}'), concat('{"at":', ifNull(if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), 'null'), '}'), concat('{"service":', 'null', '}'), concat('{"service":', ifNull(if(isNull(nullIf(service, '')), NULL, toJSONString(assumeNotNull(nullIf(service, '')))), 'null'), '}')) AS c9, toUnixTimestamp64Nano(ts) AS c3, nullIf(service, '') AS c4, ts AS o1_0
        FROM otel.spans
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts ASC NULLS LAST
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c7 = c8)
ORDER BY multiIf(ifNull(not(isNull(c7)), false), c7, c8) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
