SELECT c3, c2 AS c7
FROM (
  SELECT toNullable(c3) AS c3, toNullable(c4) AS c4, toNullable(o2_0) AS o2_0
  FROM (
    SELECT c3, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c4, o1_0 AS o2_0
    FROM (
      SELECT nullIf(service, '') AS c3, ts AS o1_0
      FROM otel.spans
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c5) AS c5, toNullable(c6) AS c6, toNullable(c2) AS c2
  FROM (
    SELECT c5, c6, c2
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c5, c6, c2
      FROM (
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"id":', 'null', '}'), concat('{"id":', ifNull(if(isNull(nullIf(logid, '')), NULL, toJSONString(assumeNotNull(nullIf(logid, '')))), 'null'), '}')) AS c6, nullIf(logid, '') AS c2, ts AS o1_0
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts ASC NULLS LAST
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c4 = c5)
ORDER BY c7 ASC NULLS LAST, multiIf(ifNull(not(isNull(c4)), false), c4, c5) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
