WITH nullIf(nullIf(JSONExtractRaw(c5, 'owner'), ''), 'null') AS v1, nullIf(nullIf(JSONExtractRaw(c5, 'owner'), ''), 'null') AS v2
SELECT c1, c2, c5
FROM (
  SELECT nullIf(logid, '') AS c1, multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c2, if(mapContains(d_str, 'path'), d_str['path'], NULL) AS c3
  FROM otel.logs
  WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
) AS left_rows
INNER JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      SELECT if(mapContains(columns, 'path'), columns['path'], NULL) AS c4, toJSONString(columns) AS c5
      FROM otel.enrichments
      WHERE (name = 'owners')
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
ORDER BY c1 ASC NULLS LAST, toFloat64OrNull(nullIf(nullIf(JSONExtractRaw(c5, 'owner'), ''), 'null')) ASC NULLS LAST, if(startsWith(v1, '"'), JSONExtractString(v1), NULL) ASC NULLS LAST, multiIf((v2 = 'true'), true, (v2 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
