SELECT multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null')) AS c1, nullIf(logid, '') AS c2
FROM (
  SELECT tupleElement(b1, 1) AS ts, tupleElement(b1, 2) AS logid, tupleElement(b1, 3) AS d_str, tupleElement(b1, 4) AS d_num, tupleElement(b1, 5) AS d_bool, tupleElement(b1, 6) AS d_json
  FROM (
    SELECT argMax(tuple(ts, logid, d_str, d_num, d_bool, d_json), ts) AS b1
    FROM otel.logs
    WHERE (ts >= fromUnixTimestamp64Nano(toInt64(1714521600000000000), 'UTC')) AND (ts < fromUnixTimestamp64Nano(toInt64(1714525200000000000), 'UTC')) AND indexHint((toStartOfFiveMinutes(ts) >= toDateTime(toInt64(1714521600), 'UTC')), (toStartOfFiveMinutes(ts) <= toDateTime(toInt64(1714525200), 'UTC')))
    GROUP BY multiIf(mapContains(d_str, 'path'), toJSONString(d_str['path']), mapContains(d_num, 'path'), toString(d_num['path']), mapContains(d_bool, 'path'), if(d_bool['path'], 'true', 'false'), nullIf(nullIf(JSONExtractRaw(d_json, 'path'), ''), 'null'))
  )
)
ORDER BY c2 ASC NULLS LAST, ts DESC NULLS LAST
LIMIT 2000
