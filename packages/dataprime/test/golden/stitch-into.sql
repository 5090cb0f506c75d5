SELECT c4, c7 AS c8
FROM (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5, toNullable(o2_0) AS o2_0
  FROM (
    SELECT c4, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c5, o1_0 AS o2_0
    FROM (
      SELECT nullIf(logid, '') AS c4, ts AS o1_0
      FROM otel.logs
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
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c6, c7, c2, c3
      FROM (
        WITH concat(formatDateTime(fromUnixTimestamp64Nano(toUnixTimestamp64Nano(ts), 'UTC'), '%Y-%m-%dT%H:%i:%S'), '.', leftPad(toString(positiveModulo(toUnixTimestamp64Nano(ts), toInt64(1000000000))), 9, '0'), 'Z') AS v1
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"at":', 'null', '}'), concat('{"at":', ifNull(if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), 'null'), '}'), concat('{"service":', 'null', '}'), concat('{"service":', ifNull(if(isNull(nullIf(service, '')), NULL, toJSONString(assumeNotNull(nullIf(service, '')))), 'null'), '}')) AS c7, toUnixTimestamp64Nano(ts) AS c2, nullIf(service, '') AS c3, ts AS o1_0
        FROM otel.spans
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts ASC NULLS LAST
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c5 = c6)
ORDER BY multiIf(ifNull(not(isNull(c5)), false), c5, c6) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
