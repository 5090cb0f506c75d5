SELECT c1 AS c8, nullIf(nullIf(JSONExtractRaw(c7, 'n'), ''), 'null') AS c9
FROM (
  WITH (toUnixTimestamp64Nano(ts) - positiveModulo(toUnixTimestamp64Nano(ts), toInt64(600000000000))) AS c2
  SELECT nullIf(logid, '') AS c1, c2 AS c5
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c6) AS c6, toNullable(c7) AS c7
  FROM (
    SELECT c6, c7
    FROM (
      WITH concat(formatDateTime(fromUnixTimestamp64Nano(c3, 'UTC'), '%Y-%m-%dT%H:%i:%S'), '.', leftPad(toString(positiveModulo(c3, toInt64(1000000000))), 9, '0'), 'Z') AS v1
      SELECT c3 AS c6, JSONMergePatch(ifNull(NULL, '{}'), concat('{"b":', 'null', '}'), concat('{"b":', ifNull(if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), 'null'), '}'), concat('{"n":', 'null', '}'), concat('{"n":', ifNull(toString(c4), 'null'), '}')) AS c7
      FROM (
        SELECT (toUnixTimestamp64Nano(ts) - positiveModulo(toUnixTimestamp64Nano(ts), toInt64(600000000000))) AS c3, toFloat64(count()) AS c4
        FROM otel.logs
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY c3
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c5 = c6)
WHERE (toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c7, 'n'), ''), 'null')) > 1.)
ORDER BY c8 ASC NULLS LAST
LIMIT 2000
