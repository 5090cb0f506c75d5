SELECT c1 AS c5, nullIf(nullIf(JSONExtractRaw(c4, 'path'), ''), 'null') AS c6
FROM (
  SELECT nullIf(service, '') AS c1, nullIf(service, '') AS c2
  FROM otel.spans
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c3) AS c3, toNullable(c4) AS c4
  FROM (
    SELECT c3, c4
    FROM (
      SELECT nullIf(subsystemname, '') AS c3, d_json AS c4
      FROM otel.logs
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c2 = c3)
LIMIT 2000
