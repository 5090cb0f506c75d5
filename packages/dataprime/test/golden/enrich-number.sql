SELECT multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS c5, nullIf(nullIf(JSONExtractRaw(c4, 'text'), ''), 'null') AS c6
FROM (
  WITH multiIf(mapContains(d_str, 'meaning'), toJSONString(d_str['meaning']), mapContains(d_num, 'meaning'), toString(d_num['meaning']), mapContains(d_bool, 'meaning'), if(d_bool['meaning'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'meaning'), ''), 'null')) AS v1
  SELECT multiIf(ifNull(not(isNull(c3)), false), JSONMergePatch(ifNull(if(startsWith(v1, '{'), v1, NULL), '{}'), ifNull(c3, '{}')), multiIf(mapContains(d_str, 'meaning'), toJSONString(d_str['meaning']), mapContains(d_num, 'meaning'), toString(d_num['meaning']), mapContains(d_bool, 'meaning'), if(d_bool['meaning'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'meaning'), ''), 'null'))) AS c4, d_str, d_num, d_bool, d_json
  FROM (
    WITH multiIf(mapContains(d_str, 'status'), toJSONString(d_str['status']), mapContains(d_num, 'status'), toString(d_num['status']), mapContains(d_bool, 'status'), if(d_bool['status'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'status'), ''), 'null')) AS v1
    SELECT d_str, d_num, d_bool, d_json, if(startsWith(v1, '"'), JSONExtractString(v1), v1) AS c1
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
          WHERE (name = 'codes')
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
LIMIT 2000
