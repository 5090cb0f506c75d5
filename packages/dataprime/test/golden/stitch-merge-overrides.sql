SELECT c4, multiIf(ifNull(not(isNull(c3)), false), c3, c5) AS c9
FROM (
  SELECT toNullable(c4) AS c4, toNullable(c6) AS c6, toNullable(o2_0) AS o2_0, toNullable(c5) AS c5
  FROM (
    SELECT c4, toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c6, o1_0 AS o2_0, c5
    FROM (
      WITH nullIf(logid, '') AS c1, 1. AS c2
      SELECT c1 AS c4, c2 AS c5, ts AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
      LIMIT 2
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c7) AS c7, toNullable(c8) AS c8, toNullable(c3) AS c3
  FROM (
    SELECT c7, c8, c3
    FROM (
      SELECT arrayJoin(array(toFloat64(row_number() OVER ()))) AS c7, c8, c3
      FROM (
        SELECT JSONMergePatch(ifNull(NULL, '{}'), concat('{"n":', 'null', '}'), concat('{"n":', ifNull(toString(c3), 'null'), '}')) AS c8, 2. AS c3
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        LIMIT 1
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c6 = c7)
ORDER BY multiIf(ifNull(not(isNull(c6)), false), c6, c7) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
