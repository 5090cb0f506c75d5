SELECT nullIf(logid, '') AS c6, nullIf(nullIf(JSONExtractRaw(c5, 'owner'), ''), 'null') AS c7
FROM (
  SELECT logid, if(mapContains(d_str, 'path'), d_str['path'], NULL) AS c3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      WITH if(mapContains(columns, 'path'), columns['path'], NULL) AS v1, if(mapContains(columns, 'owner'), columns['owner'], NULL) AS v2
      SELECT if(mapContains(columns, 'path'), columns['path'], NULL) AS c4, JSONMergePatch(ifNull(NULL, '{}'), concat('{"at":', 'null', '}'), concat('{"at":', ifNull(if(isNull(v1), NULL, toJSONString(assumeNotNull(v1))), 'null'), '}'), concat('{"owner":', 'null', '}'), concat('{"owner":', ifNull(if(isNull(v2), NULL, toJSONString(assumeNotNull(v2))), 'null'), '}')) AS c5
      FROM otel.enrichments
      WHERE (name = 'owners')
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
LIMIT 2000
