SELECT c4, c7 AS c8
FROM (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5, toNullable(o2_0) AS o2_0
  FROM (
    SELECT c4, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c5, o1_0 AS o2_0
    FROM (
      SELECT nullIf(service, '') AS c4, ts AS o1_0
      FROM otel.spans
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c6) AS c6, toNullable(c7) AS c7, toNullable(c2) AS c2, toNullable(c3) AS c3
  FROM (
    SELECT c6, c7, c2, c3
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 DESC NULLS LAST)) AS c6, c7, c2, c3
      FROM (
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"id":', 'null', '}'), concat('{"id":', ifNull(if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))), 'null'), '}'), concat('{"duration":', 'null', '}'), concat('{"duration":', ifNull(multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')), 'null'), '}')) AS c7, nullIf(logid, '') AS c2, multiIf(mapContains(d_str, 'duration'), toJSONString(d_str['duration']), mapContains(d_num, 'duration'), toString(d_num['duration']), mapContains(d_bool, 'duration'), if(d_bool['duration'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'duration'), ''), 'null')) AS c3, ts AS o1_0
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts DESC NULLS LAST
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c5 = c6)
ORDER BY multiIf(ifNull(not(isNull(c5)), false), c5, c6) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
