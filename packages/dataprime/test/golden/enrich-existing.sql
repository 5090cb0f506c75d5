SELECT nullIf(logid, '') AS c6, c5 AS c7
FROM (
  WITH multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null')) AS v1
  SELECT multiIf(ifNull(not(isNull(c4)), false), JSONMergePatch(ifNull(if(startsWith(v1, '{'), v1, NULL), '{}'), ifNull(c4, '{}')), multiIf(mapContains(d_str, 'user'), toJSONString(d_str['user']), mapContains(d_num, 'user'), toString(d_num['user']), mapContains(d_bool, 'user'), if(d_bool['user'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'user'), ''), 'null'))) AS c5, logid
  FROM (
    WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS v1
    SELECT logid, d_str, d_num, d_bool, d_json, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS c2
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ) AS left_rows
  LEFT JOIN (
    SELECT toNullable(c3) AS c3, toNullable(c4) AS c4
    FROM (
      SELECT c3, c4
      FROM (
        SELECT c3, c4
        FROM (
          SELECT key AS c3, toJSONString(columns) AS c4, toFloat64(position) AS o1_0
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
  ON (c2 = c3)
)
LIMIT 2000
