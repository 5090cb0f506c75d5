SELECT name AS c6, nullIf(nullIf(JSONExtractRaw(c5, 'op'), ''), 'null') AS c7
FROM (
  SELECT name, if((parent_id = toFixedString('', 8)), '', lower(hex(parent_id))) AS c3
  FROM otel.spans
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
LEFT JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      SELECT lower(hex(span_id)) AS c4, JSONMergePatch(ifNull(NULL, '{}'), concat('{"id":', 'null', '}'), concat('{"id":', ifNull(if(isNull(lower(hex(span_id))), NULL, toJSONString(assumeNotNull(lower(hex(span_id))))), 'null'), '}'), concat('{"op":', 'null', '}'), concat('{"op":', ifNull(if(isNull(name), NULL, toJSONString(assumeNotNull(name))), 'null'), '}')) AS c5
      FROM otel.spans
      WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
ORDER BY c6 ASC NULLS LAST
LIMIT 2000
