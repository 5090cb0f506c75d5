WITH nullIf(nullIf(JSONExtractRaw(c5, 'spans'), ''), 'null') AS v1, toFloat64OrNull(JSONExtractString(v1)) AS v2
SELECT nullIf(nullIf(JSONExtractRaw(c5, 'sub'), ''), 'null') AS c6, toFloat64(count()) AS c7, maxOrNull(multiIf(startsWith(v1, '"'), if(isFinite(v2), v2, NULL), (v1 = 'true'), 1., (v1 = 'false'), 0., toFloat64OrNull(v1))) AS c8
FROM (
  SELECT nullIf(subsystemname, '') AS c3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC'))) AND not(isNull(nullIf(subsystemname, '')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      SELECT c1 AS c4, JSONMergePatch(ifNull(NULL, '{}'), concat('{"sub":', 'null', '}'), concat('{"sub":', ifNull(if(isNull(c1), NULL, toJSONString(assumeNotNull(c1))), 'null'), '}'), concat('{"spans":', 'null', '}'), concat('{"spans":', ifNull(toString(c2), 'null'), '}')) AS c5
      FROM (
        SELECT nullIf(subsystem, '') AS c1, toFloat64(count()) AS c2
        FROM otel.spans
        WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
        GROUP BY subsystem
      )
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
GROUP BY c6
HAVING (count() > 0)
ORDER BY toFloat64OrNull(c6) ASC NULLS LAST, if(startsWith(c6, '"'), JSONExtractString(c6), NULL) ASC NULLS LAST, multiIf((c6 = 'true'), true, (c6 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
