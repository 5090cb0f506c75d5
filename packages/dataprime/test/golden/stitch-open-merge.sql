WITH multiIf(ifNull(not(isNull(c10)), false), JSONMergePatch(ifNull(ifNull(c1, '{}'), '{}'), ifNull(c10, '{}')), ifNull(c1, '{}')) AS c11
SELECT c6 AS c12, nullIf(nullIf(JSONExtractRaw(c11, 'msg'), ''), 'null') AS c13, nullIf(nullIf(JSONExtractRaw(c11, 'text'), ''), 'null') AS c14, nullIf(nullIf(JSONExtractRaw(c11, 'path'), ''), 'null') AS c15
FROM (
  SELECT toNullable(c8) AS c8, toNullable(o2_0) AS o2_0, toNullable(c6) AS c6, toNullable(c1) AS c1
  FROM (
    SELECT toFloat64(row_number() OVER (ORDER BY o1_0 ASC NULLS LAST)) AS c8, o1_0 AS o2_0, c6, c1
    FROM (
      SELECT nullIf(logid, '') AS c6, d_json AS c1, ts AS o1_0
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      ORDER BY ts ASC NULLS LAST
      LIMIT 2
    )
    ORDER BY o1_0 ASC NULLS LAST
  )
) AS left_rows
FULL JOIN (
  SELECT toNullable(c9) AS c9, toNullable(c10) AS c10
  FROM (
    SELECT c9, c10
    FROM (
      SELECT toFloat64(row_number() OVER (ORDER BY o1_0 DESC NULLS LAST)) AS c9, c10
      FROM (
        SELECT d_json AS c10, ts AS o1_0
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        ORDER BY ts DESC NULLS LAST
        LIMIT 2
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c8 = c9)
ORDER BY multiIf(ifNull(not(isNull(c8)), false), c8, c9) ASC NULLS LAST, o2_0 ASC NULLS LAST
LIMIT 2000
