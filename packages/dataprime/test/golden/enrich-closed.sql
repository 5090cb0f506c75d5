SELECT c1, c2, c5 AS c6
FROM (
  SELECT c1, c2, if(startsWith(c1, '"'), JSONExtractString(c1), c1) AS c3
  FROM (
    SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, toFloat64(count()) AS c2
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    GROUP BY c1
  )
) AS left_rows
LEFT JOIN (
  SELECT toNullable(c4) AS c4, toNullable(c5) AS c5
  FROM (
    SELECT c4, c5
    FROM (
      SELECT c4, c5
      FROM (
        SELECT key AS c4, toJSONString(columns) AS c5, toFloat64(position) AS o1_0
        FROM otel.enrichments
        WHERE (name = 'owners')
        ORDER BY toFloat64(position) ASC NULLS LAST
        LIMIT 1 BY key
      )
      ORDER BY o1_0 ASC NULLS LAST
      LIMIT 1000001
    )
    WHERE (throwIf((rowNumberInAllBlocks() >= 1000000), '«join: the query in it has more than 1000000 rows»') = 0)
  )
) AS right_rows
ON (c3 = c4)
ORDER BY c2 DESC NULLS LAST, toFloat64OrNull(c1) ASC NULLS LAST, if(startsWith(c1, '"'), JSONExtractString(c1), NULL) ASC NULLS LAST, multiIf((c1 = 'true'), true, (c1 = 'false'), false, NULL) ASC NULLS LAST
LIMIT 2000
