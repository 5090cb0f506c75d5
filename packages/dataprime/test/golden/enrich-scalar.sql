SELECT nullIf(logid, '') AS c5, c4 AS c6
FROM (
  WITH multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null')) AS v1
  SELECT multiIf(ifNull(not(isNull(c3)), false), JSONMergePatch(ifNull(if(startsWith(v1, '{'), v1, NULL), '{}'), ifNull(c3, '{}')), multiIf(mapContains(d_str, 'msg'), toJSONString(d_str['msg']), mapContains(d_num, 'msg'), toString(d_num['msg']), mapContains(d_bool, 'msg'), if(d_bool['msg'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'msg'), ''), 'null'))) AS c4, logid
  FROM (
    WITH multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS v1
    SELECT logid, d_str, d_num, d_bool, d_json, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS c1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
  ) AS left_rows
  LEFT JOIN (
    SELECT toNullable(c2) AS c2, toNullable(c3) AS c3
    FROM (
      SELECT c2, c3
      FROM (
        SELECT c2, c3
        FROM (
          SELECT key AS c2, toJSONString(columns) AS c3, toFloat64(position) AS o1_0
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
  ON (c1 = c2)
)
ORDER BY c5 ASC NULLS LAST
LIMIT 2000
